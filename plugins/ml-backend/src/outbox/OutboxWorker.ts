import { LoggerService } from '@backstage/backend-plugin-api';
import { stringifyError } from '@backstage/errors';
import { randomUUID } from 'node:crypto';
import { setImmediate as afterOthers } from 'node:timers/promises';
import { DatabaseOutbox } from './DatabaseOutbox';
import { LeasedMessage } from './OutboxMessage';
import { WorkLoop } from './WorkLoop';

const CONCURRENCY = 10;

/** Delivers what is in the outbox. Any number of workers may run. */
export class OutboxWorker {
  readonly #outbox: DatabaseOutbox;
  readonly #deliver: (leased: LeasedMessage) => Promise<void>;
  readonly #logger: LoggerService;
  readonly #owner = randomUUID();
  readonly #loop: WorkLoop;
  #delivered: string[] = [];
  #noting: Promise<void> | undefined;

  constructor(options: {
    outbox: DatabaseOutbox;
    /** Throws when the message has to be tried again later. */
    deliver: (leased: LeasedMessage) => Promise<void>;
    logger: LoggerService;
  }) {
    this.#outbox = options.outbox;
    this.#deliver = options.deliver;
    this.#logger = options.logger;
    this.#loop = new WorkLoop({
      name: 'the outbox',
      concurrency: CONCURRENCY,
      logger: options.logger,
      take: async free =>
        (await this.#outbox.lease(this.#owner, free)).map(
          leased => () => this.#send(leased),
        ),
    });
  }

  start(): void {
    this.#loop.start();
  }

  wake(): void {
    this.#loop.wake();
  }

  async stop(): Promise<void> {
    await this.#loop.stop();
  }

  /** Delivers what is due now, once. Answers how much that was. */
  async runOnce(): Promise<number> {
    return await this.#loop.runOnce();
  }

  async #send(leased: LeasedMessage): Promise<void> {
    try {
      await this.#deliver(leased);
    } catch (error) {
      const words = stringifyError(error);
      const { dead } = await this.#outbox.fail(this.#owner, leased, words);
      const what = `Message '${leased.id}' (${leased.message.kind})`;
      if (dead) {
        this.#logger.error(`${what} is given up: ${words}`);
      } else {
        this.#logger.warn(`${what} will be sent again: ${words}`);
      }
      return;
    }
    this.#delivered.push(leased.id);
    this.#noting ??= this.#noteDelivered();
    await this.#noting;
  }

  /** Messages of one change are delivered together, and noted in one write. */
  async #noteDelivered(): Promise<void> {
    await afterOthers();
    const ids = this.#delivered;
    this.#delivered = [];
    this.#noting = undefined;
    await this.#outbox.succeed(this.#owner, ids);
  }
}
