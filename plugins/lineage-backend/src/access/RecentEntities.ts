import { LRUCache } from 'lru-cache';
import { EntityFacts } from './LineageView';

/** As long as decisions about the same caller are kept. */
const KEPT_MS = 5_000;
/** Of all callers together: some 20 MB. */
const MOST_KEPT = 50_000;

/** What the catalog said of an entity; nothing of one that is not there, or not for the caller. */
export interface SeenEntity {
  facts?: EntityFacts;
}

/** What the catalog told one caller of late. */
export interface EntitiesOfCaller {
  get(ref: string): SeenEntity | undefined;
  /** @param askedAt - when the catalog was asked, as {@link EntitiesOfCaller.now} tells it */
  set(ref: string, seen: SeenEntity, askedAt: number): void;
  now(): number;
}

/**
 * Keeps for some seconds which entities a caller may see: a page asks for several
 * parts of the graph at once, and whoever walks through it comes across the same
 * entities again and again. Each caller has what it was told itself.
 */
export class RecentEntities {
  readonly #now: () => number;
  readonly #kept: LRUCache<string, SeenEntity>;

  constructor(options: { now?: () => number; mostKept?: number } = {}) {
    this.#now = options.now ?? (() => performance.now());
    this.#kept = new LRUCache({
      max: options.mostKept ?? MOST_KEPT,
      ttl: KEPT_MS,
      ttlResolution: 0,
      perf: { now: this.#now },
    });
  }

  /** @param caller - whoever is told something else is another one */
  of(caller: string): EntitiesOfCaller {
    const keyOf = (ref: string) => JSON.stringify([caller, ref]);
    return {
      get: ref => this.#kept.get(keyOf(ref)),
      set: (ref, seen, askedAt) =>
        this.#kept.set(keyOf(ref), seen, { start: askedAt }),
      now: this.#now,
    };
  }
}
