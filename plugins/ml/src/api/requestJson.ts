import { FetchApi } from '@backstage/core-plugin-api';
import { ResponseError } from '@backstage/errors';

type QueryValue = string | number | boolean | readonly string[] | undefined;

/** The query of an address; lists repeat their name, empty values are left out. */
export function queryString(query: Record<string, QueryValue>): string {
  const params = new URLSearchParams();
  for (const [name, value] of Object.entries(query)) {
    const values = Array.isArray(value) ? value : [value];
    for (const single of values) {
      if (single !== undefined && single !== '' && single !== false) {
        params.append(name, String(single));
      }
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

/** Like {@link request}, for what takes and answers JSON. */
export async function requestJson<T>(
  fetchApi: FetchApi,
  url: string,
  options: {
    method?: 'POST';
    body?: unknown;
    key?: string;
    signal?: AbortSignal;
  } = {},
): Promise<T> {
  const response = await request(fetchApi, url, {
    method: options.method,
    headers: {
      Accept: 'application/json',
      ...(options.body === undefined
        ? {}
        : { 'Content-Type': 'application/json' }),
      ...(options.key ? { 'Idempotency-Key': options.key } : {}),
    },
    body: options.body === undefined ? undefined : JSON.stringify(options.body),
    signal: options.signal,
  });
  return await response.json();
}
