import { Knex } from 'knex';
import { createHash } from 'node:crypto';
import { nodeKeyOf, stepKeyOf } from '../../nodes/nodeKey';
import { NODE_KIND } from '../../nodes/nodeKinds';

/** The time of most of what is seeded. */
export const SEED_TIME = '2026-03-01T04:00:00.000000000Z';

/** A time so many minutes later, as it is stored. */
export function minutesLater(minutes: number): string {
  const at = Date.parse('2026-03-01T04:00:00Z') + minutes * 60_000;
  return `${new Date(at).toISOString().slice(0, 23)}000000Z`;
}

/** A stamp of that time. */
export function stampAt(minutes: number): string {
  return `${minutesLater(minutes)}|${'0'.repeat(16)}`;
}

/** Writes a graph into the tables, as taking in events would. */
export class GraphSeed {
  readonly #knex: Knex;
  readonly #environments = new Map<string, number>();
  readonly #keys = new Map<number, string>();

  constructor(knex: Knex) {
    this.#knex = knex;
  }

  async dataset(name: string, namespace = 'ns'): Promise<number> {
    return await this.#node('dataset', namespace, name);
  }

  async job(name: string, namespace = 'ns'): Promise<number> {
    const id = await this.#node('job', namespace, name);
    await this.#knex('job').insert({ node_id: id, latest: SEED_TIME });
    return id;
  }

  /** An entity of the catalog, and the names that are shown as it. */
  async entity(ref: string, members: number[]): Promise<number> {
    const id = await this.#node('entity', '', ref);
    await this.#knex('node')
      .whereIn('id', members)
      .update({ canonical_id: id });
    return id;
  }

  /** Several names of one thing, shown as the first. */
  async same([shown, ...others]: number[]): Promise<void> {
    await this.#knex('node')
      .whereIn('id', others)
      .update({ canonical_id: shown });
  }

  /** Names that rules fold into another one, such as partitions. */
  async fold(root: number, parts: number[]): Promise<void> {
    await this.#knex('node')
      .whereIn('id', parts)
      .update({ root_id: root, canonical_id: root });
    await this.#knex('node')
      .where({ id: root })
      .update({
        folded_names: parts.length,
        folded_first: SEED_TIME,
        folded_last: minutesLater(1),
      });
  }

  /** As if no event had ever named them. */
  async forget(nodes: number[]): Promise<void> {
    await this.#knex('node')
      .whereIn('id', nodes)
      .update({ first_seen: null, last_seen: null });
  }

  /** The environment of nodes that are roots. */
  async place(environment: string, nodes: number[]): Promise<void> {
    await this.#knex('node')
      .whereIn('id', nodes)
      .update({ environment_id: await this.environment(environment) });
  }

  /** The id of an environment. */
  async environment(name: string): Promise<number> {
    const known = this.#environments.get(name);
    if (known !== undefined) {
      return known;
    }
    const [{ id }] = await this.#knex('environment')
      .insert({ name })
      .returning('id');
    this.#environments.set(name, id);
    return id;
  }

  /** A job as the maker of one output. */
  async step(job: number, output: number): Promise<number> {
    const key = stepKeyOf(this.#keyOf(job), this.#keyOf(output));
    return await this.#insert({
      kind: NODE_KIND.step,
      key,
      namespace: '',
      name: '',
      job_id: job,
      output_id: output,
    });
  }

  /** Seen in production, unless told otherwise; relations are of no environment. */
  async edge(
    src: number,
    dst: number,
    options: {
      origin?: number;
      lastSeen?: string;
      environment?: string;
      /** Types of the relations of the catalog that declare it. */
      relations?: string;
      /** False when it is over, and no longer part of the graph. */
      current?: boolean;
    } = {},
  ): Promise<void> {
    const { relations, current = true, lastSeen = SEED_TIME } = options;
    const { origin = relations ? 2 : 1, environment = 'production' } = options;
    const environmentId = relations ? 0 : await this.environment(environment);
    if (current) {
      await this.#knex('edge').insert({
        src,
        dst,
        environment_id: environmentId,
        origin,
      });
    }
    for (const bit of [1, 2].filter(one => (origin & one) !== 0)) {
      await this.#knex('claim').insert({
        // Several names of one thing may be in several environments.
        claimant_id: src + environmentId * 1_000_000,
        claimant_root: src + environmentId * 1_000_000,
        src,
        dst,
        src_root: src,
        dst_root: dst,
        origin: bit,
        canonical_src: src,
        canonical_dst: dst,
        environment_id: environmentId,
        relations: relations ?? null,
        first_seen: SEED_TIME,
        last_seen: bit === 1 ? lastSeen : minutesLater(999),
        runs: 1,
        current,
      });
    }
  }

  async facet(
    node: number,
    name: string,
    value: object | undefined,
    minutes = 0,
  ): Promise<void> {
    const body = value && JSON.stringify(value);
    const hash = body
      ? createHash('sha256').update(body).digest('base64url')
      : null;
    await this.#knex('facet').insert({
      node_id: node,
      name,
      stamp: stampAt(minutes),
      content_hash: hash,
    });
    if (body) {
      await this.#knex('facet_content')
        .insert({ hash, body })
        .onConflict('hash')
        .ignore();
    }
  }

  /** A run of a job, the latest so far, and what it wrote. */
  async run(
    number: number,
    options: {
      job: number | null;
      minutes?: number;
      state?: number;
      facts?: object;
      wrote?: number[];
    },
  ): Promise<string> {
    const {
      job,
      minutes = number,
      state = 2,
      facts = {},
      wrote = [],
    } = options;
    const id = `01234567-89ab-7cde-8f01-${`${number}`.padStart(12, '0')}`;
    await this.#knex('run').insert({
      id,
      job_id: job,
      job_root: job,
      state,
      started_at: minutesLater(minutes),
      last_stamp: stampAt(minutes),
      facts: JSON.stringify({ inputs: {}, outputs: {}, ...facts }),
    });
    if (job !== null) {
      await this.#knex('job')
        .where({ node_id: job })
        .update({ last_run_id: id, last_run_stamp: stampAt(minutes) });
    }
    for (const dst of wrote) {
      await this.#knex('run_edge').insert({
        run_id: id,
        claimant_id: job ?? 0,
        src: job ?? 0,
        dst,
        src_root: job ?? 0,
        dst_root: dst,
        first_seen: minutesLater(minutes),
        last_seen: minutesLater(minutes),
      });
    }
    return id;
  }

  #keyOf(id: number): string {
    return this.#keys.get(id) ?? '';
  }

  async #node(
    kind: 'dataset' | 'job' | 'entity',
    namespace: string,
    name: string,
  ): Promise<number> {
    return await this.#insert({
      kind: NODE_KIND[kind],
      key: nodeKeyOf(kind, namespace, name),
      namespace,
      name,
      first_seen: SEED_TIME,
      last_seen: minutesLater(1),
    });
  }

  async #insert(row: { key: string; [column: string]: unknown }) {
    const [{ id }] = await this.#knex('node').insert(row).returning('id');
    this.#keys.set(id, row.key);
    return id;
  }
}
