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
  const code = read(read(error, 'cause'), 'code');
  return code === 'ECONNRESET' || code === 'UND_ERR_SOCKET';
}

/** Errors of `fetch` are not of the realm of tests: `instanceof` tells nothing there. */
function read(value: unknown, name: string): unknown {
  return typeof value === 'object' && value !== null
    ? Reflect.get(value, name)
    : undefined;
}
