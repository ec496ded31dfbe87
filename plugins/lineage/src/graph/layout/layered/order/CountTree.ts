/** Counts numbers below a limit and says how many were larger than another one (Fenwick). */
export class CountTree {
  readonly #sums: Int32Array;
  #total = 0;

  constructor(limit: number) {
    this.#sums = new Int32Array(limit + 1);
  }

  add(value: number): void {
    this.#total += 1;
    for (let at = value + 1; at < this.#sums.length; at += at & -at) {
      this.#sums[at] += 1;
    }
  }

  countAbove(value: number): number {
    let upTo = 0;
    for (let at = value + 1; at > 0; at -= at & -at) {
      upTo += this.#sums[at];
    }
    return this.#total - upTo;
  }
}
