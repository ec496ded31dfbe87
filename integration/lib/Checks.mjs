/**
 * Runs named checks one after the other and counts them. A failed check does
 * not stop the ones after it.
 */
export class Checks {
  #passed = 0;
  #failed = 0;
  #skipped = 0;
  /** When the check before ended, so that what prepares the next counts too. */
  #endedAt = performance.now();

  /**
   * @param {string} name
   * @param {() => unknown} run throws when the check fails
   */
  async check(name, run) {
    try {
      await run();
      this.#passed += 1;
      console.log(`ok    ${name} (${this.#takeSeconds()} s)`);
    } catch (error) {
      this.#failed += 1;
      console.log(`FAIL  ${name} (${this.#takeSeconds()} s)`);
      console.log(
        String(error instanceof Error ? error.stack : error).replace(
          /^/gm,
          '      ',
        ),
      );
    }
  }

  /**
   * @param {string} name
   * @param {string} reason
   */
  skip(name, reason) {
    this.#skipped += 1;
    this.#endedAt = performance.now();
    console.log(`skip  ${name}: ${reason}`);
  }

  /** Seconds since the check before ended; the next one counts from now. */
  #takeSeconds() {
    const seconds = (performance.now() - this.#endedAt) / 1000;
    this.#endedAt = performance.now();
    return seconds.toFixed(1);
  }

  /** Prints the counts as the last line and sets the exit code. */
  finish() {
    if (this.#failed > 0) {
      process.exitCode = 1;
    }
    const skipped = this.#skipped > 0 ? `, ${this.#skipped} skipped` : '';
    console.log(`${this.#passed} passed, ${this.#failed} failed${skipped}`);
  }
}
