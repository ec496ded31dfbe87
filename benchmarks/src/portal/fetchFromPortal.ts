/**
 * As `fetch`, but reads once more when the connection was cut: a portal that
 * was busy for longer than it keeps connections closes one that a request has
 * just been sent on. What changes something is sent once.
 */
export async function fetchFromPortal(
  url: string,
  init: RequestInit = {},
): Promise<Response> {
  try {
    return await fetch(url, init);
  } catch (error) {
    if ((init.method ?? 'GET') !== 'GET' || !wasCut(error)) {
      throw error;
    }
    return await fetch(url, init);
  }
}

function wasCut(error: unknown): boolean {
  const cause = error instanceof Error ? error.cause : undefined;
  return (
    cause instanceof Error &&
    'code' in cause &&
    ['ECONNRESET', 'UND_ERR_SOCKET'].includes(String(cause.code))
  );
}
