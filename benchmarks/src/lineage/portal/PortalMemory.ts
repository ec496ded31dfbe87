import { MEMORY_PATH, MemoryUse } from './memoryPlugin';

/** How much memory a portal takes, as it says itself. */
export class PortalMemory {
  readonly #url: string;
  readonly #token: string;

  constructor(options: { url: string; token: string }) {
    this.#url = `${options.url}/api${MEMORY_PATH}`;
    this.#token = options.token;
  }

  /** By how many bytes it grew at most meanwhile; undefined where that cannot be told. */
  async growthDuring(run: () => Promise<unknown>): Promise<number | undefined> {
    const before = await this.#ask('DELETE');
    await run();
    const after = await this.#ask('GET');
    return before && after ? after.peak - before.now : undefined;
  }

  /**
   * What it took at most since it was last looked at, and what is left of that when
   * garbage is collected, in bytes; undefined where that cannot be told.
   */
  async look(): Promise<MemoryUse | undefined> {
    const before = await this.#ask('GET');
    const after = await this.#ask('DELETE', '?giveBack=true');
    return before && after ? { peak: before.peak, now: after.now } : undefined;
  }

  async #ask(method: string, query = ''): Promise<MemoryUse | null> {
    const response = await fetch(`${this.#url}${query}`, {
      method,
      headers: { authorization: `Bearer ${this.#token}` },
    });
    if (!response.ok) {
      throw new Error(
        `${method} ${this.#url} answered ${response.status}: ${await response.text()}`,
      );
    }
    return await response.json();
  }
}
