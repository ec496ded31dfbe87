import { LRUCache } from 'lru-cache';
import { NodeIdentity } from '../access/LineageView';
import { Sql } from '../database/Sql';
import { selectIdentities } from './sql/selectIdentities';

const MOST_ENTITIES = 100_000;
/** A byte each. Nodes that come later are read each time. */
const MOST_NODES = 2 ** 24;

/** How the kind of a node is kept; 0: not yet known. */
const KEPT = ['', 'dataset', 'job', 'entity'] as const;
const ENTITY = 3;

/**
 * Finds out what nodes are. Whoever may see some of the graph has this asked about
 * all that is next to what is shown, thousands of nodes for one answer. What a
 * node is never changes, so it is read once; a step is what its job is shown as,
 * which does change, and is read each time.
 */
export class IdentityTable {
  readonly #sql: Sql;
  /** At the place of each node. */
  #kinds = new Uint8Array(1024);
  readonly #entities: LRUCache<number, NodeIdentity>;

  constructor(options: { sql: Sql; mostEntities?: number }) {
    this.#sql = options.sql;
    this.#entities = new LRUCache({
      max: options.mostEntities ?? MOST_ENTITIES,
    });
  }

  /** In no order; those that do not exist are left out. */
  async read(ids: readonly number[]): Promise<NodeIdentity[]> {
    const identities: NodeIdentity[] = [];
    const unknown: number[] = [];
    ids.forEach(id => {
      const known = this.#find(id);
      if (known) {
        identities.push(known);
      } else {
        unknown.push(id);
      }
    });
    if (unknown.length === 0) {
      return identities;
    }
    for (const { isStep, ...identity } of await selectIdentities(
      this.#sql,
      unknown,
    )) {
      identities.push(identity);
      if (!isStep) {
        this.#keep(identity);
      }
    }
    return identities;
  }

  #find(id: number): NodeIdentity | undefined {
    const kept = this.#kinds[id] ?? 0;
    if (kept === ENTITY) {
      return this.#entities.get(id);
    }
    const kind = KEPT[kept];
    return kind ? { id, kind } : undefined;
  }

  #keep(identity: NodeIdentity): void {
    const { id, kind } = identity;
    if (id >= MOST_NODES) {
      return;
    }
    if (id >= this.#kinds.length) {
      const larger = new Uint8Array(2 ** Math.ceil(Math.log2(id + 1)));
      larger.set(this.#kinds);
      this.#kinds = larger;
    }
    this.#kinds[id] = KEPT.indexOf(kind);
    if (kind === 'entity') {
      this.#entities.set(id, identity);
    }
  }
}
