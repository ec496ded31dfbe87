import {
  NameKey,
  OpenLineageName,
  parseNameKey,
} from '@understudy/plugin-lineage-common';
import { Sql } from '../database/Sql';
import { nodeKeyOf, stepKeyOf } from './nodeKey';
import { NODE_KIND } from './nodeKinds';

/** The first and last event that named a node. */
export interface Seen {
  name: OpenLineageName;
  first: string;
  last: string;
}

type Wanted = Pick<Seen, 'name'> & {
  first: string | null;
  last: string | null;
};

interface NodeRow {
  id: number;
  key: string;
  canonical_id: number | null;
  first_seen: string | null;
  last_seen: string | null;
}

interface NewNode {
  kind: number;
  key: string;
  namespace: string;
  name: string;
  job_id: number | null;
  output_id: number | null;
  first_seen: string | null;
  last_seen: string | null;
}

/**
 * Ids of the nodes that a batch speaks of. Nodes that are not there yet are
 * made; they are never deleted, so an id stays good.
 */
export class NodeTable {
  readonly #sql: Sql;
  readonly #keys = new Map<NameKey, string>();
  readonly #ids = new Map<string, number>();
  readonly #shownAs = new Map<number, number>();
  /** Datasets and jobs that were not there before. */
  readonly createdNames = new Set<number>();

  constructor(sql: Sql) {
    this.#sql = sql;
  }

  idOf(name: NameKey): number {
    return this.#require(this.#keyOf(name));
  }

  /** Of a job as the maker of one output. */
  stepIdOf(job: NameKey, output: NameKey): number {
    return this.#require(stepKeyOf(this.#keyOf(job), this.#keyOf(output)));
  }

  /** The node that a node of this table is shown as. */
  shownAs(id: number): number {
    return this.#shownAs.get(id) ?? id;
  }

  setShownAs(id: number, canonicalId: number): void {
    this.#shownAs.set(id, canonicalId);
  }

  /** Finds or makes datasets and jobs, and notes when they were seen. */
  async addNames(
    seen: ReadonlyMap<NameKey, Seen>,
    others: Iterable<NameKey>,
  ): Promise<void> {
    const wanted = new Map<string, Wanted>();
    for (const name of others) {
      if (!seen.has(name)) {
        const wantedName = {
          name: parseNameKey(name),
          first: null,
          last: null,
        };
        wanted.set(this.#keyOf(name), wantedName);
      }
    }
    for (const [name, times] of seen) {
      wanted.set(this.#keyOf(name), times);
    }
    await this.#widenSeen(await this.#load(wanted.keys()), wanted);
    const missing: NewNode[] = [];
    for (const [key, { name, first, last }] of wanted) {
      if (!this.#ids.has(key)) {
        missing.push({
          kind: NODE_KIND[name.kind],
          key,
          namespace: name.namespace,
          name: name.name,
          job_id: null,
          output_id: null,
          first_seen: first,
          last_seen: last,
        });
      }
    }
    for (const id of await this.#insert(missing)) {
      this.createdNames.add(id);
    }
  }

  /** Finds or makes steps of jobs; job and output have to be added before. */
  async addSteps(
    steps: Iterable<{ job: NameKey; output: NameKey }>,
  ): Promise<void> {
    const wanted = new Map<string, NewNode>();
    for (const { job, output } of steps) {
      const key = stepKeyOf(this.#keyOf(job), this.#keyOf(output));
      if (!wanted.has(key)) {
        const { namespace, name } = parseNameKey(job);
        wanted.set(key, {
          kind: NODE_KIND.step,
          key,
          namespace,
          name,
          job_id: this.idOf(job),
          output_id: this.idOf(output),
          first_seen: null,
          last_seen: null,
        });
      }
    }
    await this.#load(wanted.keys());
    await this.#insert(
      [...wanted.values()].filter(({ key }) => !this.#ids.has(key)),
    );
  }

  #keyOf(name: NameKey): string {
    let key = this.#keys.get(name);
    if (key === undefined) {
      const parsed = parseNameKey(name);
      key = nodeKeyOf(parsed.kind, parsed.namespace, parsed.name);
      this.#keys.set(name, key);
    }
    return key;
  }

  #require(key: string): number {
    const id = this.#ids.get(key);
    if (id === undefined) {
      throw new Error(`The node '${key}' was not added`);
    }
    return id;
  }

  async #load(keys: Iterable<string>): Promise<NodeRow[]> {
    const wanted = [...keys].map(key => ({ key }));
    if (wanted.length === 0) {
      return [];
    }
    const rows = await this.#sql.select<NodeRow>(
      `select n.id, n.key, n.canonical_id, n.first_seen, n.last_seen
       from ${this.#sql.rowsOf('r', { key: 'text' })}
       cross join node as n where n.key = r.key`,
      JSON.stringify(wanted),
    );
    for (const { id, key, canonical_id } of rows) {
      this.#ids.set(key, id);
      this.#shownAs.set(id, canonical_id ?? id);
    }
    return rows;
  }

  async #widenSeen(
    rows: readonly NodeRow[],
    wanted: ReadonlyMap<string, Wanted>,
  ): Promise<void> {
    const changed: { id: number; first: string | null; last: string | null }[] =
      [];
    for (const row of rows) {
      const times = wanted.get(row.key);
      const first = earlier(row.first_seen, times?.first ?? null);
      const last = later(row.last_seen, times?.last ?? null);
      if (first !== row.first_seen || last !== row.last_seen) {
        changed.push({ id: row.id, first, last });
      }
    }
    if (changed.length > 0) {
      await this.#sql.run(
        `update node set first_seen = r.first, last_seen = r.last
         from ${this.#sql.rowsOf('r', { id: 'int', first: 'text', last: 'text' })}
         where node.id = r.id`,
        JSON.stringify(changed),
      );
    }
  }

  async #insert(nodes: readonly NewNode[]): Promise<number[]> {
    if (nodes.length === 0) {
      return [];
    }
    const rows = await this.#sql.select<{ id: number; key: string }>(
      `insert into node (kind, key, namespace, name, job_id, output_id, first_seen, last_seen)
       select r.kind, r.key, r.namespace, r.name, r.job_id, r.output_id, r.first_seen, r.last_seen
       from ${this.#sql.rowsOf('r', {
         kind: 'int',
         key: 'text',
         namespace: 'text',
         name: 'text',
         job_id: 'int',
         output_id: 'int',
         first_seen: 'text',
         last_seen: 'text',
       })}
       where true
       returning id, key`,
      JSON.stringify(nodes),
    );
    for (const { id, key } of rows) {
      this.#ids.set(key, id);
    }
    return rows.map(({ id }) => id);
  }
}

function earlier(a: string | null, b: string | null): string | null {
  if (a === null || b === null) {
    return a ?? b;
  }
  return a < b ? a : b;
}

function later(a: string | null, b: string | null): string | null {
  if (a === null || b === null) {
    return a ?? b;
  }
  return a < b ? b : a;
}
