import { LRUCache } from 'lru-cache';

/** A backend that is older than the version of the graph does not count what it does. */
const KEPT_MS = 60_000;

/**
 * Keeps what was read of one version of the graph, and forgets all of it when there
 * is another one.
 */
export class ValuesOfVersion<K extends string | number, V> {
  readonly #known: LRUCache<K, { value: V | undefined }>;
  readonly #isKept: (value: V) => boolean;
  readonly #now: () => number;
  #version: number | undefined;
  #since = 0;

  constructor(options: {
    most: number;
    /** What all values may take together, by the size of each. */
    size?: { most: number; of: (value: V) => number };
    /** What is not kept is read each time. All is kept when missing. */
    isKept?: (value: V) => boolean;
    now?: () => number;
  }) {
    const { most, size, isKept = () => true, now = Date.now } = options;
    this.#known = new LRUCache({
      max: most,
      ...(size && {
        maxSize: size.most,
        sizeCalculation: ({ value }) =>
          value === undefined ? 1 : size.of(value),
      }),
    });
    this.#isKept = isKept;
    this.#now = now;
  }

  /**
   * The values of some keys, in their order.
   *
   * @param options.read - reads those that are not known, by the places of their keys
   */
  async get(
    keys: readonly K[],
    options: {
      version: number;
      read: (places: readonly number[]) => Promise<readonly (V | undefined)[]>;
    },
  ): Promise<(V | undefined)[]> {
    const { version, read } = options;
    this.#turnTo(version);
    const values: (V | undefined)[] = [];
    const unknown: number[] = [];
    keys.forEach((key, place) => {
      const known = this.#known.get(key);
      values.push(known?.value);
      if (!known) {
        unknown.push(place);
      }
    });
    if (unknown.length === 0) {
      return values;
    }
    const found = await read(unknown);
    // What was read of an earlier version is nothing to keep for this one.
    const isCurrent = this.#version === version;
    unknown.forEach((place, index) => {
      const value = found[index];
      values[place] = value;
      if (isCurrent && (value === undefined || this.#isKept(value))) {
        this.#known.set(keys[place], { value });
      }
    });
    return values;
  }

  #turnTo(version: number): void {
    const now = this.#now();
    if (version !== this.#version || now - this.#since >= KEPT_MS) {
      this.#known.clear();
      this.#version = version;
      this.#since = now;
    }
  }
}
