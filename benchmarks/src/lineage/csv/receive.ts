/** What was received, and after how many milliseconds. */
export interface Received {
  firstByteMs: number;
  totalMs: number;
  bytes: number;
  text: string;
}

/**
 * Receives something from a portal, as a program.
 *
 * @param options.accept - in which form
 */
export async function receive(options: {
  url: string;
  token: string;
  accept: string;
}): Promise<Received> {
  const { url, token, accept } = options;
  const start = performance.now();
  const response = await fetch(url, {
    headers: { accept, authorization: `Bearer ${token}` },
  });
  if (!response.ok || !response.body) {
    throw new Error(
      `${url} answered ${response.status}: ${await response.text()}`,
    );
  }
  const chunks: Uint8Array[] = [];
  let firstByteMs = 0;
  for await (const chunk of response.body) {
    if (chunks.length === 0) {
      firstByteMs = performance.now() - start;
    }
    chunks.push(chunk);
  }
  const totalMs = performance.now() - start;
  const body = Buffer.concat(chunks);
  return {
    firstByteMs,
    totalMs,
    bytes: body.length,
    text: body.toString('utf8'),
  };
}
