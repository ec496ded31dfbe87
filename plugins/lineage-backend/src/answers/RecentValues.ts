import { LRUCache } from 'lru-cache';

interface KnownValue<T> {
  until: number;
  value: Promise<T>;
  isRenewed?: boolean;
}

/**
 * Keeps what was found out for a while. Who asks at the same time shares one
 * question. While somebody goes on asking, the question is asked again before the
 * answer is too old, so that nobody waits for it. An answer is as old as its
 * question; failures are not kept.
 */
export class RecentValues<T> {
  readonly #keptMs: number;
  readonly #aheadMs: number;
  readonly #now: () => number;
  readonly #known: LRUCache<string, KnownValue<T>>;

  constructor(options: {
    /** How old a value may be. */
    keptMs: number;
    /** Whoever asks so long before that has it found out anew meanwhile. */
    aheadMs: number;
    /** Keys that are kept. */
    most: number;
    now?: () => number;
  }) {
    this.#keptMs = options.keptMs;
    this.#aheadMs = options.aheadMs;
    this.#known = new LRUCache({ max: options.most });
    this.#now = options.now ?? Date.now;
  }

  async get(key: string, find: () => Promise<T>): Promise<T> {
    const known = this.#known.get(key);
    if (known && known.until > this.#now()) {
      if (!known.isRenewed && known.until - this.#aheadMs <= this.#now()) {
        this.#renew(key, known, find);
      }
      return await known.value;
    }
    const value = find();
    const asked = { until: this.#now() + this.#keptMs, value };
    this.#known.set(key, asked);
    try {
      return await value;
    } catch (error) {
      // A failure is nobody's answer but the one who waited for it.
      if (this.#known.peek(key) === asked) {
        this.#known.delete(key);
      }
      throw error;
    }
  }

  /** The one that is known holds until the next is there, or until it is too old. */
  #renew(key: string, known: KnownValue<T>, find: () => Promise<T>): void {
    known.isRenewed = true;
    const until = this.#now() + this.#keptMs;
    const value = find();
    value.then(
      () => {
        if (this.#known.peek(key) === known) {
          this.#known.set(key, { until, value });
        }
      },
      () => {
        // Whoever asks once the known one is too old asks again, and hears of it.
      },
    );
  }
}
