import { LoggerService } from '@backstage/backend-plugin-api';
import { stringifyError } from '@backstage/errors';
import { randomUUID } from 'node:crypto';
import { WorkLoop } from '../outbox/WorkLoop';
import { PromotionExecutor } from './PromotionExecutor';
import { PromotionLease, PromotionLeases } from './PromotionLeases';

const CONCURRENCY = 8;
const HEARTBEAT_MS = 20_000;

/**
 * Executes approved promotions, several at a time, so that one registry that
 * does not answer holds up nobody else. Any number of workers may run.
 */
export class PromotionWorker {
  readonly #executor: PromotionExecutor;
  readonly #leases: PromotionLeases;
  readonly #logger: LoggerService;
  readonly #loop: WorkLoop;
  readonly #owner = randomUUID();
  readonly #shutdown = new AbortController();

  constructor(options: {
    executor: PromotionExecutor;
    leases: PromotionLeases;
    logger: LoggerService;
  }) {
    this.#executor = options.executor;
    this.#leases = options.leases;
    this.#logger = options.logger;
    this.#loop = new WorkLoop({
      name: 'promotions',
      concurrency: CONCURRENCY,
      logger: options.logger,
      take: async free =>
        (await this.#leases.acquire(this.#owner, free)).map(
          lease => () => this.#work(lease),
        ),
    });
  }

  start(): void {
    this.#loop.start();
  }

  /** Looks for work at once. */
  wake(): void {
    this.#loop.wake();
  }

  /** Stops in the middle of a step when need be; the next worker goes on. */
  async stop(): Promise<void> {
    this.#shutdown.abort(new Error('The backend is shutting down'));
    await this.#loop.stop();
  }

  /** Does what is due now, once. Answers how much that was. */
  async runOnce(): Promise<number> {
    return await this.#loop.runOnce();
  }

  async #work(lease: PromotionLease): Promise<void> {
    const lost = new AbortController();
    const heartbeat = setInterval(() => {
      this.#leases.renew(lease).then(
        held => held || lost.abort(new Error('The lease was lost')),
        error =>
          this.#logger.warn(
            `The lease of promotion '${lease.promotionId}' could not be renewed: ${stringifyError(error)}`,
          ),
      );
    }, HEARTBEAT_MS);
    heartbeat.unref();
    try {
      await this.#executor.execute(
        lease,
        AbortSignal.any([this.#shutdown.signal, lost.signal]),
      );
    } finally {
      clearInterval(heartbeat);
    }
  }
}
