import { LRUCache } from 'lru-cache';
import { EntityFacts } from './LineageView';

/** As long as decisions about the same caller are kept. */
const KEPT_MS = 5_000;
const MOST_CALLERS = 200;

/** What the catalog says of entities; nothing of one that is not there, or not for the caller. */
export type KnownEntities = Map<string, EntityFacts | undefined>;

/**
 * Keeps for some seconds what the catalog told a caller about entities: a page asks
 * for several parts of the graph at once, and whoever walks through it comes across
 * the same entities with each step. From the first one on that a caller is told
 * of, all are forgotten together, so that none is older.
 */
export class RecentEntities {
  readonly #known: LRUCache<string, KnownEntities>;

  constructor(options: { now?: () => number; mostCallers?: number } = {}) {
    const { now, mostCallers = MOST_CALLERS } = options;
    this.#known = new LRUCache({
      max: mostCallers,
      ttl: KEPT_MS,
      ttlResolution: 0,
      // It can be much, and most callers do not come back.
      ttlAutopurge: true,
      ...(now && { perf: { now } }),
    });
  }

  /**
   * What is known, to be added to by whoever asks the catalog.
   *
   * @param caller - whoever is told something else is another one
   */
  of(caller: string): KnownEntities {
    const known = this.#known.get(caller) ?? new Map();
    if (!this.#known.has(caller)) {
      this.#known.set(caller, known);
    }
    return known;
  }
}
