import { KnownConsumers } from './KnownConsumer';

/** Who comes or goes is seen after this. */
const KEPT_MS = 5_000;
/** Of so many contracts, those asked for last. */
const MOST = 50;

/**
 * Keeps for some seconds who uses a contract: somebody who leafs through its
 * versions asks for the same with each page, and finding out means to ask the
 * catalog and lineage. Questions at the same time share one answer.
 */
export class RecentConsumers {
  readonly #now: () => number;
  readonly #known = new Map<
    string,
    { until: number; found: Promise<KnownConsumers> }
  >();

  constructor(options: { now?: () => number } = {}) {
    this.#now = options.now ?? Date.now;
  }

  /** @param key - of all that the answer follows from and that is known already. */
  async get(
    key: string,
    read: () => Promise<KnownConsumers>,
  ): Promise<KnownConsumers> {
    const known = this.#known.get(key);
    if (known && known.until > this.#now()) {
      return await known.found;
    }
    const found = read();
    this.#known.delete(key);
    this.#known.set(key, { until: this.#now() + KEPT_MS, found });
    if (this.#known.size > MOST) {
      const [oldest] = this.#known.keys();
      this.#known.delete(oldest);
    }
    try {
      return await found;
    } catch (error) {
      // A failure is nobody's answer but of those who waited for it.
      if (this.#known.get(key)?.found === found) {
        this.#known.delete(key);
      }
      throw error;
    }
  }
}
