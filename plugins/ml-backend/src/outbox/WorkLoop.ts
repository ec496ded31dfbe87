import { LoggerService } from '@backstage/backend-plugin-api';
import { stringifyError } from '@backstage/errors';

const IDLE_MS = 1000;
const AFTER_ERROR_MS = 5000;

/** A piece of work that was taken and has to be done now. */
export type Work = () => Promise<void>;

/**
 * Takes work whenever there is room for it, looks again every second, or at
 * once when woken, and survives errors.
 */
export class WorkLoop {
  readonly #name: string;
  readonly #concurrency: number;
  readonly #take: (free: number) => Promise<Work[]>;
  readonly #logger: LoggerService;
  readonly #running = new Set<Promise<void>>();
  #stopped = true;
  #loop: Promise<void> | undefined;
  #wake: (() => void) | undefined;
  #woken = false;

  constructor(options: {
    name: string;
    concurrency: number;
    take: (free: number) => Promise<Work[]>;
    logger: LoggerService;
  }) {
    this.#name = options.name;
    this.#concurrency = options.concurrency;
    this.#take = options.take;
    this.#logger = options.logger;
  }

  start(): void {
    if (this.#stopped) {
      this.#stopped = false;
      this.#loop = this.#run();
    }
  }

  async stop(): Promise<void> {
    this.#stopped = true;
    this.wake();
    await this.#loop;
    await Promise.all(this.#running);
  }

  wake(): void {
    this.#woken = true;
    this.#wake?.();
  }

  /** Takes what is there once and does it. Answers how much that was. */
  async runOnce(): Promise<number> {
    const work = await this.#take(this.#concurrency);
    await Promise.all(work.map(one => this.#do(one)));
    return work.length;
  }

  async #run(): Promise<void> {
    while (!this.#stopped) {
      let pause = IDLE_MS;
      try {
        this.#woken = false;
        const free = this.#concurrency - this.#running.size;
        const work = free > 0 ? await this.#take(free) : [];
        for (const one of work) {
          const done = this.#do(one).then(() => {
            this.#running.delete(done);
            this.wake();
          });
          this.#running.add(done);
        }
      } catch (error) {
        this.#logger.error(
          `Work on ${this.#name} could not be taken: ${stringifyError(error)}`,
        );
        pause = AFTER_ERROR_MS;
      }
      await this.#sleep(pause);
    }
  }

  async #do(work: Work): Promise<void> {
    try {
      await work();
    } catch (error) {
      this.#logger.error(
        `Work on ${this.#name} failed: ${stringifyError(error)}`,
      );
    }
  }

  async #sleep(ms: number): Promise<void> {
    if (this.#woken || this.#stopped) {
      return;
    }
    await new Promise<void>(resolve => {
      const timer = setTimeout(resolve, ms);
      this.#wake = () => {
        clearTimeout(timer);
        resolve();
      };
    });
    this.#wake = undefined;
  }
}
