import { createServer, connect, Server, Socket } from 'node:net';

/** What went over a line since it was last asked. */
export interface Traffic {
  /** From the portal to the client. */
  received: number;
  sent: number;
}

/**
 * A way to a portal that takes a while in either direction, as from another
 * office. It is as broad as the machine can do, and connections are made at
 * once.
 */
export class SlowLine {
  readonly #oneWayMs: number;
  readonly #server: Server;
  readonly #sockets = new Set<Socket>();
  readonly #portal: { host: string; port: number };
  #traffic: Traffic = { received: 0, sent: 0 };

  /** @param options.roundTripMs - what a round trip takes longer than without it */
  static async open(options: {
    portalUrl: string;
    roundTripMs: number;
  }): Promise<SlowLine> {
    const { hostname, port } = new URL(options.portalUrl);
    const line = new SlowLine({
      portal: { host: hostname, port: Number(port) },
      oneWayMs: options.roundTripMs / 2,
    });
    await new Promise<void>((resolve, reject) => {
      line.#server.once('error', reject);
      line.#server.listen(0, '127.0.0.1', resolve);
    });
    return line;
  }

  private constructor(options: {
    portal: { host: string; port: number };
    oneWayMs: number;
  }) {
    this.#portal = options.portal;
    this.#oneWayMs = options.oneWayMs;
    this.#server = createServer(client => this.#serve(client));
  }

  get url(): string {
    const address = this.#server.address();
    if (address === null || typeof address === 'string') {
      throw new Error('The line is not open');
    }
    return `http://127.0.0.1:${address.port}`;
  }

  takeTraffic(): Traffic {
    const traffic = this.#traffic;
    this.#traffic = { received: 0, sent: 0 };
    return traffic;
  }

  async close(): Promise<void> {
    for (const socket of this.#sockets) {
      socket.destroy();
    }
    await new Promise(resolve => {
      this.#server.close(resolve);
    });
  }

  #serve(client: Socket): void {
    const portal = connect(this.#portal);
    this.#forward(client, portal, 'sent');
    this.#forward(portal, client, 'received');
  }

  #forward(from: Socket, to: Socket, count: keyof Traffic): void {
    this.#sockets.add(from);
    from.setNoDelay(true);
    // Timers of the same length fire in the order in which they were set.
    const later = (run: () => void) => setTimeout(run, this.#oneWayMs);
    from.on('data', chunk => {
      this.#traffic[count] += chunk.length;
      later(() => to.write(chunk));
    });
    from.on('end', () => later(() => to.end()));
    // The other end is told; whoever waits for an answer there gets the error.
    from.on('error', () => to.destroy());
    from.on('close', () => this.#sockets.delete(from));
  }
}
