import { LoggerService } from '@backstage/backend-plugin-api';
import { isError } from '@backstage/errors';
import type { JsonObject } from '@backstage/types';
import { setTimeout as sleep } from 'node:timers/promises';
import { EventSender } from './EventSender';

/**
 * Tells a portal about the runs of the sample organisation. What was sent at
 * an earlier start is sent again and does no harm: the same event twice is one.
 */
export class LineageSeeder {
  readonly #sender: EventSender;
  readonly #logger: LoggerService;
  readonly #batchSize: number;
  readonly #waitMs: number;
  readonly #maxWaits: number;

  static create(options: {
    sender: EventSender;
    logger: LoggerService;
    /** Events in one request. */
    batchSize?: number;
    /** Milliseconds until a portal that is not ready is asked again. */
    waitMs?: number;
    /** How often that is done for one request before giving up. */
    maxWaits?: number;
  }): LineageSeeder {
    return new LineageSeeder(options);
  }

  private constructor(options: {
    sender: EventSender;
    logger: LoggerService;
    batchSize?: number;
    waitMs?: number;
    maxWaits?: number;
  }) {
    this.#sender = options.sender;
    this.#logger = options.logger;
    this.#batchSize = options.batchSize ?? 200;
    this.#waitMs = options.waitMs ?? 2000;
    this.#maxWaits = options.maxWaits ?? 150;
  }

  /**
   * Sends events in their order. Those that are refused for good are named in
   * a warning, once for each reason; a portal that is not ready is waited for.
   */
  async run(
    events: JsonObject[],
    options: { signal: AbortSignal },
  ): Promise<void> {
    const reasons = new Map<string, number>();
    for (let start = 0; start < events.length; start += this.#batchSize) {
      const batch = events.slice(start, start + this.#batchSize);
      for (const reason of await this.#deliver(batch, options.signal)) {
        reasons.set(reason, (reasons.get(reason) ?? 0) + 1);
      }
      if (options.signal.aborted) {
        return;
      }
    }
    for (const [reason, count] of reasons) {
      this.#logger.warn(
        `${count} events of the sample lineage were refused: ${reason}`,
      );
    }
    this.#logger.info(`Sent ${events.length} events of the sample lineage`);
  }

  /** Sends until every event was taken or refused for good; gives the reasons of the latter. */
  async #deliver(batch: JsonObject[], signal: AbortSignal): Promise<string[]> {
    const reasons: string[] = [];
    let rest = batch;
    for (let waits = 0; waits < this.#maxWaits; waits += 1) {
      const failed = await this.#try(rest, signal);
      if (signal.aborted) {
        return reasons;
      }
      reasons.push(
        ...failed
          .filter(({ retriable }) => !retriable)
          .map(({ reason }) => reason),
      );
      const again = new Set(
        failed.filter(({ retriable }) => retriable).map(({ index }) => index),
      );
      rest = rest.filter((_, index) => again.has(index));
      if (rest.length === 0) {
        return reasons;
      }
      await sleep(this.#waitMs, undefined, { signal }).catch(ignoreAbort);
    }
    throw new Error(
      `The lineage backend took no events within ${(this.#maxWaits * this.#waitMs) / 1000} s`,
    );
  }

  async #try(
    events: JsonObject[],
    signal: AbortSignal,
  ): Promise<{ index: number; reason: string; retriable: boolean }[]> {
    try {
      const { failed_events: failed = [] } = await this.#sender.send(events, {
        signal,
      });
      return failed;
    } catch (error) {
      if (!signal.aborted && !mayPass(error)) {
        throw error;
      }
      return events.map((_, index) => ({
        index,
        reason: 'The portal is not ready',
        retriable: true,
      }));
    }
  }
}

/** What a portal answers that is still starting, or has more to do than it can. */
function mayPass(error: unknown): boolean {
  return (
    (isError(error) &&
      (error.statusCode === 404 || error.statusCode === 503)) ||
    error instanceof TypeError
  );
}

function ignoreAbort(error: unknown): void {
  if (!isError(error) || error.name !== 'AbortError') {
    throw error;
  }
}
