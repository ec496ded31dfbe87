import { LineageStatus } from '@understudy/plugin-lineage-common';
import { waitUntil } from '../../measuring/waitFor';
import { PortalClient } from '../../portal/PortalClient';
import { RunningPortal } from '../../portal/startPortal';
import { NOTHING_PATH } from '../portal/nothingPlugin';
import { EventClient } from './EventClient';

/** How many requests are under way at once. */
const CONCURRENCY = 64;

const SINGLE_PATH = '/lineage/api/v1/lineage';
const BATCH_PATH = '/lineage/api/v1/lineage/batch';

/** Looking costs the portal something. */
const POLL_MS = 100;

/** How long something took, in milliseconds. */
export interface Took {
  /** Until all was accepted. */
  accepted: number;
  /** Until all was in the graph. */
  drained: number;
}

/** A portal that events are sent to. */
export class IngestTarget {
  readonly #operator: PortalClient;
  readonly #many: EventClient;
  readonly #one: EventClient;

  constructor({ url, token }: Pick<RunningPortal, 'url' | 'token'>) {
    this.#operator = PortalClient.withToken(url, token);
    this.#many = new EventClient({ url, token, concurrency: CONCURRENCY });
    this.#one = new EventClient({ url, token, concurrency: 1 });
  }

  /** Sends events one by one. */
  async sendSingles(bodies: readonly Buffer[]): Promise<Took> {
    return await this.#untilDrained(() => this.#many.send(SINGLE_PATH, bodies));
  }

  async sendBatches(bodies: readonly Buffer[]): Promise<Took> {
    return await this.#untilDrained(() => this.#many.send(BATCH_PATH, bodies));
  }

  /** One batch after the other, so that they arrive in their order. */
  async sendInOrder(bodies: readonly Buffer[]): Promise<Took> {
    return await this.#untilDrained(() => this.#one.send(BATCH_PATH, bodies));
  }

  /** Sends bodies to where nothing is done with them. Answers milliseconds. */
  async sendToNothing(bodies: readonly Buffer[]): Promise<number> {
    return await this.#time(NOTHING_PATH, bodies);
  }

  /** Sends batches as fast as they are taken, whatever waits. Answers milliseconds. */
  async flood(bodies: readonly Buffer[]): Promise<number> {
    return await this.#time(BATCH_PATH, bodies);
  }

  /** How many events wait to be put into the graph. Throws when some could not be read. */
  async backlog(): Promise<number> {
    const { backlog, deadLetters } =
      await this.#operator.get<LineageStatus>('/lineage/status');
    if (deadLetters !== 0) {
      throw new Error(`${deadLetters} events could not be read`);
    }
    return backlog;
  }

  async waitUntilDrained(): Promise<void> {
    await waitUntil(
      'all events are in the graph',
      async () => (await this.backlog()) === 0,
      POLL_MS,
    );
  }

  close(): void {
    this.#many.close();
    this.#one.close();
  }

  async #time(path: string, bodies: readonly Buffer[]): Promise<number> {
    const start = performance.now();
    await this.#many.send(path, bodies);
    return performance.now() - start;
  }

  async #untilDrained(send: () => Promise<void>): Promise<Took> {
    const start = performance.now();
    await send();
    const accepted = performance.now() - start;
    await this.waitUntilDrained();
    return { accepted, drained: performance.now() - start };
  }
}
