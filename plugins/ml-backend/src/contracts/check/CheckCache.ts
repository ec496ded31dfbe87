const MAX_ENTRIES = 50;

/**
 * Remembers the latest answers of what always answers the same. It holds
 * little: the point is that an editor asks the same again and again.
 */
export class CheckCache<T> {
  readonly #entries = new Map<string, T>();

  once(key: string, work: () => T): T {
    const known = this.#entries.get(key);
    const value = known ?? work();
    // The order of a map is that of insertion: what is asked for moves to the end.
    this.#entries.delete(key);
    this.#entries.set(key, value);
    if (this.#entries.size > MAX_ENTRIES) {
      const [oldest] = this.#entries.keys();
      this.#entries.delete(oldest);
    }
    return value;
  }
}
