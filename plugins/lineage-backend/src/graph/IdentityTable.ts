import { LRUCache } from 'lru-cache';
import { NodeIdentity } from '../access/LineageView';
import { Sql } from '../database/Sql';
import { selectIdentities } from './sql/selectIdentities';

/** They take some 25 MB. */
const MOST_KEPT = 200_000;

/**
 * Finds out what nodes are. Whoever may see some of the graph has this asked about
 * all that is next to what is shown, thousands of nodes for one answer. What a
 * node is never changes, so it is read once; a step is what its job is shown as,
 * which does change, and is read each time.
 */
export class IdentityTable {
  readonly #sql: Sql;
  readonly #kept: LRUCache<number, NodeIdentity>;

  constructor(options: { sql: Sql; mostKept?: number }) {
    this.#sql = options.sql;
    this.#kept = new LRUCache({ max: options.mostKept ?? MOST_KEPT });
  }

  /** In no order; those that do not exist are left out. */
  async read(ids: readonly number[]): Promise<NodeIdentity[]> {
    const identities: NodeIdentity[] = [];
    const unknown: number[] = [];
    for (const id of ids) {
      const kept = this.#kept.get(id);
      if (kept) {
        identities.push(kept);
      } else {
        unknown.push(id);
      }
    }
    if (unknown.length === 0) {
      return identities;
    }
    for (const { isStep, ...identity } of await selectIdentities(
      this.#sql,
      unknown,
    )) {
      identities.push(identity);
      if (!isStep) {
        this.#kept.set(identity.id, identity);
      }
    }
    return identities;
  }
}
