import {
  NameKey,
  OpenLineageName,
  parseNameKey,
} from '@understudy/plugin-lineage-common';
import { Sql } from '../database/Sql';
import { NameRules } from '../names/NameRules';
import { EventName } from '../names/types';
import { FoldedTimes, insertNodes, NewNode, noteFolded } from './insertNodes';
import { foldNames } from './foldNames';
import { nodeKeyOf, stepKeyOf } from './nodeKey';
import { NODE_KIND } from './nodeKinds';
import { addRootNodes, RootNode } from './rootNodes';
import { earlier, later } from './seenTimes';

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
  root_id: number | null;
  root_key: string | null;
  root_namespace: string;
  root_name: string;
  canonical_id: number | null;
  environment_id: number;
  first_seen: string | null;
  last_seen: string | null;
}

/**
 * Ids of the nodes that a batch speaks of. Nodes that are not there yet are
 * made; they keep their ids.
 */
export class NodeTable {
  readonly #sql: Sql;
  readonly #rules: NameRules;
  readonly #keys = new Map<NameKey, string>();
  readonly #ids = new Map<string, number>();
  /** Of nodes that fold into another one. */
  readonly #roots = new Map<number, number>();
  readonly #keysById = new Map<number, string>();
  /** Of nodes that others fold into, or that do not fold. */
  readonly #names = new Map<number, { namespace: string; name: string }>();
  readonly #shownAs = new Map<number, number>();
  readonly #environments = new Map<number, number>();
  /** Datasets and jobs that were not there before. */
  readonly createdNames = new Set<number>();

  constructor(sql: Sql, rules: NameRules) {
    this.#sql = sql;
    this.#rules = rules;
  }

  idOf(name: NameKey): number {
    return this.#require(this.#keyOf(name));
  }

  /** Of a job as the maker of one output. */
  stepIdOf(job: NameKey, output: NameKey): number {
    return this.#require(stepKeyOf(this.#keyOf(job), this.#keyOf(output)));
  }

  /** Whether the batch speaks of a node. */
  has(id: number): boolean {
    return this.#keysById.has(id);
  }

  /** The node that a node of this table folds into; itself when it does not. */
  rootOf(id: number): number {
    return this.#roots.get(id) ?? id;
  }

  /** The node that a node of this table is shown as. */
  shownAs(id: number): number {
    const root = this.rootOf(id);
    return this.#shownAs.get(root) ?? root;
  }

  /** The environment of a node of this table. */
  environmentOf(id: number): number {
    return this.#environments.get(this.rootOf(id)) ?? 0;
  }

  /** Takes over how nodes that others fold into are shown now. */
  update(
    changes: ReadonlyMap<number, { canonical: number; environment: number }>,
  ): void {
    for (const [id, { canonical, environment }] of changes) {
      this.#shownAs.set(id, canonical);
      this.#environments.set(id, environment);
    }
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
    const missing = [...wanted].filter(([key]) => !this.#ids.has(key));
    await this.#create(missing);
    await this.#noteFolded(wanted);
  }

  /** Finds or makes steps of jobs; job and output have to be added before. */
  async addSteps(
    steps: Iterable<{ job: NameKey; output: NameKey }>,
  ): Promise<void> {
    const wanted = new Map<string, NewNode>();
    const roots = new Map<string, string>();
    for (const { job, output } of steps) {
      const [jobId, outputId] = [this.idOf(job), this.idOf(output)];
      const step = this.#newStep(jobId, outputId, parseNameKey(job));
      const rootJob = this.rootOf(jobId);
      const root = this.#newStep(
        rootJob,
        this.rootOf(outputId),
        this.#names.get(rootJob) ?? parseNameKey(job),
      );
      wanted.set(root.key, root);
      if (root.key !== step.key) {
        wanted.set(step.key, step);
        roots.set(step.key, root.key);
      }
    }
    await this.#load(wanted.keys());
    const missing = [...wanted.values()].filter(
      ({ key }) => !this.#ids.has(key),
    );
    await this.#insert(missing.filter(({ key }) => !roots.has(key)));
    await this.#insert(
      missing.flatMap(node => {
        const root = roots.get(node.key);
        return root === undefined
          ? []
          : [
              {
                ...node,
                root_id: this.#require(root),
                canonical_id: this.#require(root),
                environment_id: 0,
              },
            ];
      }),
    );
  }

  /** Steps are called as their job, and found by the two they are made of. */
  #newStep(
    job: number,
    output: number,
    { namespace, name }: { namespace: string; name: string },
  ): NewNode {
    return {
      kind: NODE_KIND.step,
      key: stepKeyOf(this.#requireKey(job), this.#requireKey(output)),
      namespace,
      name,
      job_id: job,
      output_id: output,
      root_id: null,
      environment_id: this.environmentOf(output),
      first_seen: null,
      last_seen: null,
    };
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

  #requireKey(id: number): string {
    const key = this.#keysById.get(id);
    if (key === undefined) {
      throw new Error(`The node ${id} was not added`);
    }
    return key;
  }

  async #load(keys: Iterable<string>): Promise<NodeRow[]> {
    const wanted = [...keys].map(key => ({ key }));
    if (wanted.length === 0) {
      return [];
    }
    const rows = await this.#sql.select<NodeRow>(
      `select n.id, n.key, n.root_id, o.key as root_key, n.canonical_id,
         coalesce(o.namespace, n.namespace) as root_namespace, coalesce(o.name, n.name) as root_name,
         coalesce(o.environment_id, n.environment_id) as environment_id, n.first_seen, n.last_seen
       from ${this.#sql.rowsOf('r', { key: 'text' })}
       cross join node as n left join node as o on o.id = n.root_id
       where n.key = r.key`,
      JSON.stringify(wanted),
    );
    for (const row of rows) {
      this.#ids.set(row.key, row.id);
      this.#keysById.set(row.id, row.key);
      const root = row.root_id ?? row.id;
      if (row.root_id !== null && row.root_key !== null) {
        this.#roots.set(row.id, row.root_id);
        this.#keysById.set(row.root_id, row.root_key);
      }
      this.#names.set(root, {
        namespace: row.root_namespace,
        name: row.root_name,
      });
      this.#shownAs.set(root, row.canonical_id ?? root);
      this.#environments.set(root, row.environment_id);
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

  /** Makes names; those that fold into others last. */
  async #create(missing: readonly [string, Wanted][]): Promise<void> {
    if (missing.length === 0) {
      return;
    }
    const folds = await foldNames(
      this.#sql,
      missing.map(([, { name }]) => name),
      this.#rules,
    );
    const nodes = missing.map(([key, { name, first, last }], index) => ({
      root: folds[index].root,
      node: {
        kind: NODE_KIND[name.kind],
        key,
        namespace: name.namespace,
        name: name.name,
        alias_key: folds[index].aliasKey,
        first_seen: first,
        last_seen: last,
      },
    }));
    const folded = nodes.filter(({ root, node }) => keyOf(root) !== node.key);
    const own = nodes.filter(({ root, node }) => keyOf(root) === node.key);
    const created = await this.#insert(own.map(({ node }) => node));
    const roots = await addRootNodes(
      this.#sql,
      folded.map(({ root }) => root),
    );
    for (const { root } of folded) {
      this.#addRoot(requireRoot(roots, root), root);
    }
    created.push(
      ...(await this.#insert(
        folded.map(({ root, node }): NewNode => {
          const { id, canonical_id } = requireRoot(roots, root);
          return { ...node, root_id: id, canonical_id: canonical_id ?? id };
        }),
      )),
    );
    created.forEach(id => this.createdNames.add(id));
  }

  #addRoot(
    { id, key, canonical_id, environment_id }: RootNode,
    { namespace, name }: EventName,
  ): void {
    this.#names.set(id, { namespace, name });
    this.#keysById.set(id, key);
    this.#shownAs.set(id, canonical_id ?? id);
    this.#environments.set(id, environment_id);
  }

  async #noteFolded(wanted: ReadonlyMap<string, Wanted>): Promise<void> {
    const roots = new Map<number, FoldedTimes>();
    for (const [key, { first, last }] of wanted) {
      const id = this.#require(key);
      const root = this.#roots.get(id);
      if (root !== undefined) {
        const before = roots.get(root);
        roots.set(root, {
          id: root,
          names: (before?.names ?? 0) + (this.createdNames.has(id) ? 1 : 0),
          first: earlier(before?.first ?? null, first),
          last: later(before?.last ?? null, last),
        });
      }
    }
    await noteFolded(this.#sql, [...roots.values()]);
  }

  async #insert(nodes: readonly NewNode[]): Promise<number[]> {
    const inserted = await insertNodes(this.#sql, nodes);
    const ids = new Map(inserted.map(({ id, key }) => [key, id]));
    for (const { key, root_id, environment_id } of nodes) {
      const id = ids.get(key);
      if (id === undefined) {
        throw new Error(`The node '${key}' was not inserted`);
      }
      this.#ids.set(key, id);
      this.#keysById.set(id, key);
      if (root_id) {
        this.#roots.set(id, root_id);
      } else if (environment_id) {
        this.#environments.set(id, environment_id);
      }
    }
    return [...ids.values()];
  }
}

function requireRoot(
  roots: ReadonlyMap<string, RootNode>,
  name: EventName,
): RootNode {
  const root = roots.get(keyOf(name));
  if (!root) {
    throw new Error(`The node that '${name.name}' folds into was not added`);
  }
  return root;
}

function keyOf({ kind, namespace, name }: EventName): string {
  return nodeKeyOf(kind, namespace, name);
}
