import { Entity } from '@backstage/catalog-model';
import { CatalogProcessor } from '@backstage/plugin-catalog-node';

/** How long something took. */
export interface Span {
  /** How many entities were dealt with. */
  entities: number;
  seconds: number;
  /** Of this process, which on SQLite is all there is. */
  cpuSeconds: number;
}

/**
 * A processor that does nothing but look at the clock. What the catalog does
 * on SQLite leaves no room for timers, so the start cannot be seen from
 * outside.
 */
export class ProcessingMeter implements CatalogProcessor {
  #expected = 0;
  #seen = 0;
  #first: { at: number; cpu: NodeJS.CpuUsage } | undefined;
  #last: Span | undefined;

  getProcessorName(): string {
    return 'ProcessingMeter';
  }

  async preProcessEntity(entity: Entity): Promise<Entity> {
    this.#first ??= { at: performance.now(), cpu: process.cpuUsage() };
    this.#seen += 1;
    if (this.#seen === this.#expected) {
      this.#last = this.untilNow();
    }
    return entity;
  }

  /** Starts anew, to measure so many entities. */
  start(expected: number): void {
    this.#expected = expected;
    this.#seen = 0;
    this.#first = undefined;
    this.#last = undefined;
  }

  /** From the first entity until now. */
  untilNow(): Span {
    if (!this.#first) {
      throw new Error('Nothing has been processed');
    }
    const { user, system } = process.cpuUsage(this.#first.cpu);
    return {
      entities: this.#expected,
      seconds: (performance.now() - this.#first.at) / 1000,
      cpuSeconds: (user + system) / 1e6,
    };
  }

  /** From the first entity until the last one was taken up, once it was. */
  untilLast(): Span | undefined {
    return this.#last;
  }
}
