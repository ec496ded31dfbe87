import { Agent, request } from 'node:http';

const agent = new Agent({ keepAlive: true });

/** What a portal answered. */
export interface PortalAnswer {
  status: number;
  text: string;
}

interface Asked {
  method?: string;
  headers?: Record<string, string>;
  body?: string;
}

/**
 * Asks a portal over a kept connection, and as little more as possible: what is
 * timed is the portal. It reads once more when the connection was cut: a portal
 * that was busy for longer than it keeps connections closes one that a request
 * has just been sent on. What changes something is sent once.
 */
export async function askPortal(
  url: string,
  asked: Asked = {},
): Promise<PortalAnswer> {
  try {
    return await send(url, asked);
  } catch (error) {
    if ((asked.method ?? 'GET') !== 'GET' || !wasCut(error)) {
      throw error;
    }
    return await send(url, asked);
  }
}

function wasCut(error: unknown): boolean {
  return (
    typeof error === 'object' &&
    error !== null &&
    Reflect.get(error, 'code') === 'ECONNRESET'
  );
}

async function send(
  url: string,
  { method = 'GET', headers, body }: Asked,
): Promise<PortalAnswer> {
  return await new Promise((resolve, reject) => {
    const sent = request(url, { agent, method, headers }, response => {
      const parts: Buffer[] = [];
      response.on('data', part => parts.push(part));
      response.on('error', reject);
      response.on('end', () =>
        resolve({
          status: response.statusCode ?? 0,
          text: Buffer.concat(parts).toString(),
        }),
      );
    });
    sent.on('error', reject);
    sent.end(body);
  });
}
