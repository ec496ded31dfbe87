import { ConfigReader } from '@backstage/config';
import { Knex } from 'knex';
import { createHash } from 'node:crypto';
import { readNameRules } from '../../../../plugins/lineage-backend/src/names/readNameRules';
import { nodeKeyOf } from '../../../../plugins/lineage-backend/src/nodes/nodeKey';
import { NODE_KIND } from '../../../../plugins/lineage-backend/src/nodes/nodeKinds';
import { bulkInsert, Row } from '../../databases/bulkInsert';
import { settle } from '../../databases/settle';
import { migrateLineage } from '../migrateLineage';
import { DailyRuns, ioOf } from '../history/DailyRuns';
import { ENTITIES, entityDataset } from './datasetEntities';
import { JobGraph } from './JobGraph';
import { NodeNames } from './NodeNames';

const FIRST = '2026-10-01T06:00:00.000000000Z';
/** Of the last run of each job. */
export const LAST = '2026-11-01T06:00:00.000000000Z';
const LAST_STAMP = `${LAST}|0123456789abcdef`;
const OBSERVED = 1;
const COMPLETE = 2;
const PRODUCTION = 1;
/** As daily runs of a month leave it. */
const RUNS = 31;

/** The only texts of facets: a type for every dataset, one for every job. */
const TABLE = facet({ datasetType: 'TABLE' });
const BATCH = facet({ processingType: 'BATCH', integration: 'SPARK' });

/**
 * Writes a graph into the tables of the lineage backend, as the events of a
 * month of daily runs would have left them: but one run of each job is kept,
 * unless `runs` says which there were, and of the facets only those that a graph
 * shows.
 */
export async function seedGraph(
  knex: Knex,
  graph: JobGraph,
  names: NodeNames,
  runs?: DailyRuns,
): Promise<void> {
  await migrateLineage(knex);
  await knex('environment').insert({ id: PRODUCTION, name: 'production' });
  await bulkInsert(knex, 'node', nodeRows(graph, names));
  await countOn(knex);
  await bulkInsert(knex, 'entity_name', entityNameRows());
  await bulkInsert(
    knex,
    'job',
    each(graph, job => jobRow(job, { names, runs })),
  );
  await bulkInsert(
    knex,
    'run',
    runs
      ? dailyRunRows(graph, { names, runs })
      : each(graph, job => runRow(job, names)),
  );
  if (runs) {
    await bulkInsert(knex, 'run_edge', runEdgeRows(graph, { names, runs }));
  }
  await bulkInsert(knex, 'claim', claimRows(graph, { names, runs }));
  await bulkInsert(knex, 'edge', edgeRows(graph, names));
  await bulkInsert(knex, 'facet_content', [TABLE, BATCH]);
  await bulkInsert(knex, 'facet', facetRows(graph, names));
  // No name folds, and the backend need not look at all of them to find that out.
  const { digest } = readNameRules(new ConfigReader({}));
  await knex('drain').update({ names_digest: digest });
  await settle(knex);
}

/** The database gives the next node the next number. */
async function countOn(knex: Knex): Promise<void> {
  if (knex.client.config.client === 'pg') {
    await knex.raw(
      "select setval(pg_get_serial_sequence('node', 'id'), (select max(id) from node))",
    );
  }
}

function facet(body: object): { hash: string; body: string } {
  const text = JSON.stringify(body);
  const hash = createHash('sha256').update(text).digest('base64url');
  return { hash, body: text };
}

function* nodeRows(graph: JobGraph, names: NodeNames): Generator<Row> {
  for (let entity = 0; entity < names.entities; entity += 1) {
    yield nodeRow(names.idOfEntity(entity), {
      kind: 'entity',
      namespace: '',
      name: entityDataset(entity).ref,
    });
  }
  for (let dataset = 0; dataset < graph.datasets; dataset += 1) {
    const id = names.idOfDataset(dataset);
    const shown = names.shownDataset(dataset);
    yield {
      ...nodeRow(id, { kind: 'dataset', ...names.dataset(dataset) }),
      canonical_id: shown === id ? null : shown,
    };
  }
  for (let job = 0; job < graph.reads.length; job += 1) {
    yield nodeRow(names.idOfJob(job), { kind: 'job', ...names.job(job) });
  }
}

function nodeRow(
  id: number,
  node: { kind: 'dataset' | 'job' | 'entity'; namespace: string; name: string },
): Row {
  const { kind, namespace, name } = node;
  const seen = kind !== 'entity';
  return {
    id,
    kind: NODE_KIND[kind],
    key: nodeKeyOf(kind, namespace, name),
    namespace,
    name,
    canonical_id: null,
    environment_id: seen ? PRODUCTION : 0,
    first_seen: seen ? FIRST : null,
    last_seen: seen ? LAST : null,
  };
}

/** Of all entities, as the backend reads them from the catalog: then nothing changes. */
function* entityNameRows(): Generator<Row> {
  for (let entity = 0; entity < ENTITIES; entity += 1) {
    const { ref, namespace, name } = entityDataset(entity);
    yield {
      node_key: nodeKeyOf('dataset', namespace, name),
      entity_ref: ref,
      node_kind: NODE_KIND.dataset,
      namespace,
      name,
      role: 'offline',
      environment: 'production',
    };
  }
}

/** How a graph is written. */
interface Seeding {
  names: NodeNames;
  runs?: DailyRuns;
}

function jobRow(job: number, { names, runs }: Seeding): Row {
  return {
    node_id: names.idOfJob(job),
    latest: LAST,
    last_run_id: runId(job, runs?.days),
    last_run_stamp: LAST_STAMP,
  };
}

function runRow(job: number, names: NodeNames): Row {
  return {
    id: runId(job),
    job_id: names.idOfJob(job),
    job_root: names.idOfJob(job),
    state: COMPLETE,
    started_at: FIRST,
    ended_at: LAST,
    last_stamp: LAST_STAMP,
    facts: '{"inputs":{},"outputs":{}}',
  };
}

function runId(job: number, day = 0): string {
  return `0192f000-0000-7000-8${String(day).padStart(3, '0')}-${String(job).padStart(12, '0')}`;
}

function* dailyRunRows(
  graph: JobGraph,
  { names, runs }: Required<Seeding>,
): Generator<Row> {
  const datasets = (numbers: readonly number[]) =>
    numbers.map(number => names.dataset(number));
  for (let day = 1; day <= runs.days; day += 1) {
    const time = runs.timeOf(day);
    const stamp = `${time}|0123456789abcdef`;
    const said = { time, stamp, version: runs.versionOf(day) };
    const { reads, writes } = runs.graphOn(day, graph);
    for (const [job, inputs] of reads.entries()) {
      yield {
        ...runRow(job, names),
        id: runId(job, day),
        started_at: time,
        ended_at: time,
        last_stamp: stamp,
        facts: JSON.stringify({
          inputs: ioOf(datasets(inputs), said),
          outputs: ioOf(datasets(writes[job]), said),
        }),
      };
    }
  }
}

function* runEdgeRows(
  graph: JobGraph,
  { names, runs }: Required<Seeding>,
): Generator<Row> {
  for (let day = 1; day <= runs.days; day += 1) {
    const time = runs.timeOf(day);
    for (const edge of connections(runs.graphOn(day, graph), names)) {
      yield {
        run_id: runId(edge.number, day),
        claimant_id: edge.job,
        src: edge.source.id,
        dst: edge.target.id,
        src_root: edge.source.id,
        dst_root: edge.target.id,
        first_seen: time,
        last_seen: time,
        version: runs.versionOf(day),
      };
    }
  }
}

function* claimRows(graph: JobGraph, { names, runs }: Seeding): Generator<Row> {
  for (const edge of connections(graph, names)) {
    const { job, source, target } = edge;
    const firstDay =
      edge.input === undefined ? 1 : runs?.firstDayOf(edge.number, edge.input);
    yield {
      claimant_id: job,
      src: source.id,
      dst: target.id,
      origin: OBSERVED,
      claimant_root: job,
      src_root: source.id,
      dst_root: target.id,
      canonical_src: source.shown,
      canonical_dst: target.shown,
      environment_id: PRODUCTION,
      first_seen: runs ? runs.timeOf(firstDay ?? 1) : FIRST,
      last_seen: LAST,
      runs: runs ? runs.days + 1 - (firstDay ?? 1) : RUNS,
      current: true,
    };
  }
}

function* edgeRows(graph: JobGraph, names: NodeNames): Generator<Row> {
  for (const { source, target } of connections(graph, names)) {
    yield {
      src: source.shown,
      dst: target.shown,
      environment_id: PRODUCTION,
      origin: OBSERVED,
    };
  }
}

/** A connection that a job makes. */
interface Connection {
  /** Of the job, and its id. */
  number: number;
  job: number;
  source: { id: number; shown: number };
  target: { id: number; shown: number };
  /** The place among what the job reads; missing for what it writes. */
  input?: number;
}

function* connections(
  { reads, writes }: JobGraph,
  names: NodeNames,
): Generator<Connection> {
  const dataset = (number: number) => ({
    id: names.idOfDataset(number),
    shown: names.shownDataset(number),
  });
  for (const [number, inputs] of reads.entries()) {
    const id = names.idOfJob(number);
    const self = { id, shown: id };
    for (const [index, input] of inputs.entries()) {
      const source = dataset(input);
      yield { number, job: id, source, target: self, input: index };
    }
    for (const output of writes[number]) {
      yield { number, job: id, source: self, target: dataset(output) };
    }
  }
}

function* facetRows(graph: JobGraph, names: NodeNames): Generator<Row> {
  const row = (node_id: number, name: string, content: { hash: string }) => ({
    node_id,
    name,
    stamp: LAST_STAMP,
    content_hash: content.hash,
  });
  for (let dataset = 0; dataset < graph.datasets; dataset += 1) {
    yield row(names.idOfDataset(dataset), 'datasetType', TABLE);
  }
  for (let job = 0; job < graph.reads.length; job += 1) {
    yield row(names.idOfJob(job), 'jobType', BATCH);
  }
}

function* each({ reads }: JobGraph, row: (job: number) => Row): Generator<Row> {
  for (let job = 0; job < reads.length; job += 1) {
    yield row(job);
  }
}
