import { AuthService, DiscoveryService } from '@backstage/backend-plugin-api';
import { ResponseError } from '@backstage/errors';

/** What is needed to ask the `ml` backend as this plugin. */
export interface MlClientDeps {
  auth: AuthService;
  discovery: DiscoveryService;
}

/** Reads a list of the `ml` backend to its end, page by page. */
export async function readAllPages<T>(
  { auth, discovery }: MlClientDeps,
  options: {
    /** Below the backend, such as `/intake/decisions`. */
    path: string;
    query?: Record<string, string>;
    signal?: AbortSignal;
  },
): Promise<T[]> {
  const { token } = await auth.getPluginRequestToken({
    onBehalfOf: await auth.getOwnServiceCredentials(),
    targetPluginId: 'ml',
  });
  const baseUrl = await discovery.getBaseUrl('ml');
  const items: T[] = [];
  let cursor: string | undefined;
  do {
    const query = new URLSearchParams({
      ...options.query,
      ...(cursor && { cursor }),
    });
    const response = await fetch(`${baseUrl}${options.path}?${query}`, {
      headers: { authorization: `Bearer ${token}` },
      signal: options.signal,
    });
    if (!response.ok) {
      throw await ResponseError.fromResponse(response);
    }
    const page: { items: T[]; nextCursor?: string } = await response.json();
    items.push(...page.items);
    cursor = page.nextCursor;
  } while (cursor);
  return items;
}
