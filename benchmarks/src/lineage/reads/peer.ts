import { Knex } from 'knex';
import { bulkInsert, Row } from '../../databases/bulkInsert';
import { settle } from '../../databases/settle';
import { JobGraph } from './JobGraph';

/** What PostgreSQL answers when it gave up because of a time limit. */
const CANCELLED = '57014';

const STATEMENT = `
  with recursive uses as (
    select j.id,
      array_agg(distinct io.dataset) filter (where io.way = 'read') as reads,
      array_agg(distinct io.dataset) filter (where io.way = 'write') as writes
    from job j left join job_io io on io.job = j.id and io.is_current
    group by j.id
  ), reached as (
    select id, reads, writes, 0 as steps from uses where id = ?
    union
    select u.id, u.reads, u.writes, r.steps + 1
    from uses u, reached r
    where u.id <> r.id and r.steps < ?
      and array_cat(u.reads, u.writes) && array_cat(r.reads, r.writes)
  )
  select distinct on (r.id) j.name, r.reads, r.writes
  from reached r join job j on j.id = r.id`;

/**
 * The same jobs and datasets, kept and asked about as another lineage server
 * does it: which datasets a job reads and writes is one table, and a
 * neighbourhood is one recursive statement. That statement first gathers what
 * every job reads and writes into arrays, then looks from the jobs it has for
 * all jobs whose arrays have something in common with theirs, whichever way the
 * data go; a job is there once for each number of steps.
 *
 * It is spared joins with namespaces, versions and symlinks of jobs, what it
 * would read of each job it finds, and HTTP.
 */
export class PeerGraph {
  readonly #knex: Knex;

  /** Fills an empty database. */
  static async create(knex: Knex, graph: JobGraph): Promise<PeerGraph> {
    await knex.raw('create table job (id uuid primary key, name text)');
    await knex.raw(
      'create table job_io (job uuid, dataset uuid, way text, is_current boolean, primary key (job, dataset, way))',
    );
    await knex.raw('create index job_io_dataset on job_io (dataset)');
    await bulkInsert(knex, 'job', jobRows(graph));
    await bulkInsert(knex, 'job_io', ioRows(graph));
    await settle(knex);
    return new PeerGraph(knex);
  }

  private constructor(knex: Knex) {
    this.#knex = knex;
  }

  async close(): Promise<void> {
    await this.#knex.destroy();
  }

  /** The jobs that so many steps from dataset to dataset lead to. */
  async relatedJobs(job: number, steps: number): Promise<Set<number>> {
    const { rows } = await this.#knex.raw(STATEMENT, [jobId(job), steps]);
    return new Set(rows.map(({ name }: { name: string }) => Number(name)));
  }

  /** The same, given up after so many milliseconds: undefined then. */
  async relatedJobsWithin(
    milliseconds: number,
    ...[job, steps]: Parameters<PeerGraph['relatedJobs']>
  ): Promise<Set<number> | undefined> {
    return await this.#knex
      .transaction(async trx => {
        await trx.raw(`set local statement_timeout = ${milliseconds}`);
        return await new PeerGraph(trx).relatedJobs(job, steps);
      })
      .catch(error => {
        if (error.code === CANCELLED) {
          return undefined;
        }
        throw error;
      });
  }
}

function jobId(job: number): string {
  return `00000001-0000-4000-8000-${String(job).padStart(12, '0')}`;
}

function datasetId(dataset: number): string {
  return `00000002-0000-4000-8000-${String(dataset).padStart(12, '0')}`;
}

function* jobRows({ reads }: JobGraph): Generator<Row> {
  for (const job of reads.keys()) {
    yield { id: jobId(job), name: String(job) };
  }
}

function* ioRows({ reads, writes }: JobGraph): Generator<Row> {
  for (const job of reads.keys()) {
    const row = (way: string) => (dataset: number) => ({
      job: jobId(job),
      dataset: datasetId(dataset),
      way,
      is_current: true,
    });
    yield* reads[job].map(row('read'));
    yield* writes[job].map(row('write'));
  }
}
