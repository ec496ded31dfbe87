import { FetchApi } from '@backstage/core-plugin-api';
import { ResponseError } from '@backstage/errors';

type QueryValue = string | number | readonly string[] | undefined;

/** The query of an address; lists are joined by commas, what is missing is left out. */
export function queryString(query: Record<string, QueryValue>): string {
  const params = new URLSearchParams();
  for (const [name, value] of Object.entries(query)) {
    if (value !== undefined) {
      params.set(
        name,
        typeof value === 'object' ? value.join(',') : String(value),
      );
    }
  }
  const text = params.toString();
  return text ? `?${text}` : '';
}

/**
 * Sends one request to a plugin of the backend. Rejects with a ResponseError
 * that holds the backend's own error for anything but a 2xx.
 */
export async function request(
  fetchApi: FetchApi,
  url: string,
  init: RequestInit,
): Promise<Response> {
  const response = await fetchApi.fetch(url, init);
  if (!response.ok) {
    throw await ResponseError.fromResponse(response);
  }
  return response;
}
