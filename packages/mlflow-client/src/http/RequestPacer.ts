import { sleep } from './sleep';

/**
 * Spaces requests evenly so that no more than a given number start per second,
 * whoever makes them.
 */
export class RequestPacer {
  readonly #intervalMs: number;
  readonly #now: () => number;
  readonly #sleep: typeof sleep;
  #nextSlot = 0;

  constructor(
    requestsPerSecond: number,
    clock: { now?: () => number; sleep?: typeof sleep } = {},
  ) {
    this.#intervalMs = 1000 / requestsPerSecond;
    this.#now = clock.now ?? Date.now;
    this.#sleep = clock.sleep ?? sleep;
  }

  /** Resolves when the next request may start. */
  async next(signal?: AbortSignal): Promise<void> {
    const now = this.#now();
    const slot = Math.max(now, this.#nextSlot);
    this.#nextSlot = slot + this.#intervalMs;
    if (slot > now) {
      await this.#sleep(slot - now, signal);
    }
  }
}
