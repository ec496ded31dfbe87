import { LoggerService } from '@backstage/backend-plugin-api';
import {
  isError,
  ServiceUnavailableError,
  stringifyError,
} from '@backstage/errors';
import { EventParams, EventsService } from '@backstage/plugin-events-node';
import { setTimeout as sleep } from 'node:timers/promises';

/** What happens to events that cannot be read: somebody has to see them. */
export interface Refusals {
  keep(event: unknown, reason: string): Promise<void>;
}

const FIRST_RETRY_MS = 500;
const LONGEST_RETRY_MS = 30_000;
/** Whoever publishes one event waits for as many as are stored at once. */
const MOST_OF_ONE_MESSAGE = 10_000;

/**
 * Takes OpenLineage events from topics of the platform's events service, such as
 * those that its Kafka module publishes to. A message is answered once its events
 * are committed, so a publisher that waits for its subscribers may then forget
 * it. It is never answered with an error: what cannot be stored now is tried
 * again, and what cannot be read is kept as a dead letter.
 */
export class EventConsumer {
  readonly #accept: (event: unknown) => Promise<void>;
  readonly #logger: LoggerService;
  readonly #refusals: Refusals;
  readonly #stopped = new AbortController();
  readonly #sleep: (ms: number) => Promise<unknown>;

  constructor(options: {
    /** Resolves once an event is committed. */
    accept: (event: unknown) => Promise<void>;
    logger: LoggerService;
    refusals: Refusals;
    sleep?: (ms: number) => Promise<unknown>;
  }) {
    this.#accept = options.accept;
    this.#logger = options.logger;
    this.#refusals = options.refusals;
    this.#sleep = options.sleep ?? (ms => sleep(ms));
  }

  /** Starts to listen; does nothing without topics. */
  async subscribe(
    events: EventsService,
    topics: readonly string[],
  ): Promise<void> {
    if (topics.length > 0) {
      await events.subscribe({
        id: 'lineage-openlineage',
        topics: [...topics],
        onEvent: async params => await this.take(params),
      });
    }
  }

  /** From now on messages are left to whoever starts next. */
  stop(): void {
    this.#stopped.abort();
  }

  /** Takes one message: an event, or a list of events. */
  async take({
    eventPayload,
  }: Pick<EventParams, 'eventPayload'>): Promise<void> {
    const payload = parse(eventPayload);
    const list = Array.isArray(payload) ? payload : [payload];
    if (list.length > MOST_OF_ONE_MESSAGE) {
      await this.#refuse(
        list.slice(0, 1),
        `The message has ${list.length} events, of ${MOST_OF_ONE_MESSAGE} allowed`,
      );
      return;
    }
    await Promise.all(list.map(event => this.#takeOne(event)));
  }

  async #takeOne(event: unknown): Promise<void> {
    await this.#untilDone(async () => {
      try {
        await this.#accept(event);
      } catch (error) {
        if (!isError(error) || error instanceof ServiceUnavailableError) {
          throw error;
        }
        await this.#refusals.keep(event, stringifyError(error));
        this.#logger.warn(
          `An event that was published cannot be read and is kept as a dead letter: ${error.message}`,
        );
      }
    });
  }

  async #refuse(events: unknown, reason: string): Promise<void> {
    this.#logger.warn(`A message that was published is refused: ${reason}`);
    await this.#untilDone(() => this.#refusals.keep(events, reason));
  }

  async #untilDone(work: () => Promise<void>): Promise<void> {
    for (let retryMs = FIRST_RETRY_MS; ;) {
      if (this.#stopped.signal.aborted) {
        // Not answered at all, or whoever published it would forget it.
        await new Promise<never>(() => {});
      }
      try {
        await work();
        return;
      } catch (error) {
        this.#logger.warn(
          `Events that were published cannot be stored; next attempt in ${retryMs} ms: ${stringifyError(error)}`,
        );
        await this.#sleep(retryMs);
        retryMs = Math.min(retryMs * 2, LONGEST_RETRY_MS);
      }
    }
  }
}

/** Publishers give what they read as JSON, or as text. */
function parse(payload: unknown): unknown {
  if (typeof payload !== 'string') {
    return payload;
  }
  try {
    return JSON.parse(payload);
  } catch {
    // Refused as what it is: no event.
    return payload;
  }
}
