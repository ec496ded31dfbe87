import { databases, migratedDatabase } from '../__testUtils__/migratedDatabase';
import { Sql } from '../database/Sql';
import { ORIGIN } from './claims';
import { decideCurrent } from './decideCurrent';

jest.setTimeout(120_000);

const JOBS = 20_000;
const CHUNK = 200;
const DAY_MS = 24 * 60 * 60 * 1000;
/** Milliseconds. Each job looked for among all claims would take minutes. */
const MOST = 20_000;

describe.each(databases.eachSupportedId())('decideCurrent on %s', id => {
  it('finds the claims of many jobs without reading all of them for each', async () => {
    const knex = await migratedDatabase(id);
    const latest = '2026-11-20T00:00:00.000Z';
    const jobs = Array.from({ length: JOBS }, (_, index) => index + 1);
    await knex.batchInsert(
      'job',
      jobs.map(job => ({ node_id: job, latest })),
      CHUNK,
    );
    await knex.batchInsert(
      'claim',
      jobs.map(job => ({
        claimant_id: job,
        claimant_root: job,
        src: JOBS + 1,
        src_root: JOBS + 1,
        canonical_src: JOBS + 1,
        dst: job,
        dst_root: job,
        canonical_dst: job,
        origin: ORIGIN.observed,
        first_seen: '2026-01-01T00:00:00.000Z',
        last_seen: job <= 3 ? '2026-11-01T00:00:00.000Z' : latest,
        current: job !== 4,
      })),
      CHUNK,
    );

    const start = performance.now();
    await decideCurrent(new Sql(knex), jobs, DAY_MS);
    expect(performance.now() - start).toBeLessThan(MOST);
    const ended = await knex('claim').where({ current: false }).orderBy('dst');
    expect(ended.map(({ dst }) => dst)).toEqual([1, 2, 3]);
  });
});
