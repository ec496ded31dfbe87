import { LoggerService } from '@backstage/backend-plugin-api';
import { stringifyError } from '@backstage/errors';
import { setImmediate } from 'node:timers/promises';
import { Drainer, DrainResult } from './Drainer';

const POLL_MS = 1000;
/** A batch costs nearly the same however small it is, so more are waited for. */
const FEW = 100;
const GATHER_MS = 50;
const FIRST_RETRY_MS = 500;
const LONGEST_RETRY_MS = 30_000;

/**
 * Puts events into the graph as they come: at once when woken, else it looks
 * every second for those that other replicas took. It goes on after any error.
 */
export class InboxWorker {
  readonly #drainer: Pick<Drainer, 'drainBatch'>;
  readonly #logger: LoggerService;
  #running: Promise<void> | undefined;
  #stopped = true;
  #woken = false;
  #endPause: ((woken: boolean) => void) | undefined;

  constructor(options: {
    drainer: Pick<Drainer, 'drainBatch'>;
    logger: LoggerService;
  }) {
    this.#drainer = options.drainer;
    this.#logger = options.logger;
  }

  start(): void {
    if (this.#stopped) {
      this.#stopped = false;
      this.#running = this.#run();
    }
  }

  /** Finishes the batch that is being worked on. */
  async stop(): Promise<void> {
    this.#stopped = true;
    this.#endPause?.(false);
    await this.#running;
  }

  wake(): void {
    this.#woken = true;
    this.#endPause?.(true);
  }

  /**
   * Works until nothing waits or another replica is at it.
   *
   * @returns how many events were put into the graph.
   */
  async drainNow(): Promise<number> {
    let total = 0;
    for (;;) {
      const result = await this.#drainBatch();
      total += result.done;
      if (result.rest) {
        return total;
      }
    }
  }

  async #run(): Promise<void> {
    let retryMs = FIRST_RETRY_MS;
    while (!this.#stopped) {
      try {
        this.#woken = false;
        const result = await this.#drainBatch();
        retryMs = FIRST_RETRY_MS;
        if (result.rest) {
          await this.#pause(POLL_MS);
        } else if (result.done < FEW) {
          await this.#pause(GATHER_MS, { evenIfWoken: true });
        } else {
          // Requests come first.
          await setImmediate();
        }
      } catch (error) {
        this.#logger.warn(
          `Events could not be put into the graph; next attempt in ${retryMs} ms: ${stringifyError(error)}`,
        );
        await this.#pause(retryMs, { evenIfWoken: true });
        retryMs = Math.min(retryMs * 2, LONGEST_RETRY_MS);
      }
    }
  }

  async #pause(
    ms: number,
    { evenIfWoken = false }: { evenIfWoken?: boolean } = {},
  ): Promise<void> {
    if (this.#stopped || (this.#woken && !evenIfWoken)) {
      return;
    }
    await new Promise<void>(resolve => {
      const timer = setTimeout(() => this.#endPause?.(false), ms);
      this.#endPause = woken => {
        // What comes in while the database is away is no reason to hurry.
        if (!woken || !evenIfWoken) {
          clearTimeout(timer);
          this.#endPause = undefined;
          resolve();
        }
      };
    });
  }

  async #drainBatch(): Promise<DrainResult> {
    const result = await this.#drainer.drainBatch();
    for (const { id, error } of result.dead) {
      this.#logger.error(
        `Event ${id} could not be put into the graph and is given up: ${error}`,
      );
    }
    return result;
  }
}
