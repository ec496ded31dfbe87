import { Agent, request } from 'node:http';

interface Answer {
  status: number | undefined;
  text: string;
}

/** A program that sends events to a portal, as many at once as it may. */
export class EventClient {
  readonly #url: string;
  readonly #token: string;
  readonly #concurrency: number;
  readonly #agent: Agent;

  constructor(options: { url: string; token: string; concurrency: number }) {
    this.#url = options.url;
    this.#token = options.token;
    this.#concurrency = options.concurrency;
    // Connections are kept, as clients do.
    this.#agent = new Agent({
      keepAlive: true,
      maxSockets: options.concurrency,
    });
  }

  /**
   * Sends bodies, the first ones first. Throws when one of them is not taken as
   * a whole.
   *
   * @param path - below `/api`
   */
  async send(path: string, bodies: readonly Buffer[]): Promise<void> {
    const waiting = bodies.values();
    const sendRest = async () => {
      for (const body of waiting) {
        await this.#post(path, body);
      }
    };
    await Promise.all(Array.from({ length: this.#concurrency }, sendRest));
  }

  close(): void {
    this.#agent.destroy();
  }

  async #post(path: string, body: Buffer): Promise<void> {
    const { status, text } = await this.#request(path, body);
    const isTaken =
      status === 201 ||
      (status === 200 && JSON.parse(text).status === 'success');
    if (!isTaken) {
      throw new Error(`${path} answered ${status}: ${text.slice(0, 2000)}`);
    }
  }

  async #request(path: string, body: Buffer): Promise<Answer> {
    return await new Promise<Answer>((resolve, reject) => {
      const sent = request(
        `${this.#url}/api${path}`,
        {
          method: 'POST',
          agent: this.#agent,
          headers: {
            authorization: `Bearer ${this.#token}`,
            'content-type': 'application/json',
            'content-encoding': 'gzip',
            'content-length': body.length,
          },
        },
        response => {
          const chunks: Buffer[] = [];
          response.on('data', chunk => chunks.push(chunk));
          response.on('error', reject);
          response.on('end', () =>
            resolve({
              status: response.statusCode,
              text: Buffer.concat(chunks).toString('utf8'),
            }),
          );
        },
      );
      sent.on('error', (error: NodeJS.ErrnoException) => {
        if (error.code === 'ECONNRESET' && sent.reusedSocket) {
          // It had been idle for long, and was closed while this was sent.
          resolve(this.#request(path, body));
        } else {
          reject(error);
        }
      });
      sent.end(body);
    });
  }
}
