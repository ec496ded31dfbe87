import { resolvePackagePath } from '@backstage/backend-plugin-api';
import { Knex } from 'knex';
import { sourceVersion } from '../__testUtils__/FakeVersionSource';
import { databases, migratedDatabase } from '../__testUtils__/migratedDatabase';
import { seedVersions } from '../__testUtils__/seedVersions';
import { countVersions } from './countVersions';

jest.setTimeout(60_000);

const MIGRATION = '20261124000100_version_count.js';
const DELETED_MIGRATION = '20261128000410_deleted_versions.js';
const directory = resolvePackagePath(
  '@understudy/plugin-ml-backend',
  'migrations',
);

function versions(count: number) {
  return Array.from({ length: count }, (_, index) =>
    sourceVersion(`${index + 1}`),
  );
}

describe.each(databases.eachSupportedId())('countVersions on %s', id => {
  /** Model `a` has three versions of one record and two of another, `b` one. */
  async function createVersions() {
    const knex = await migratedDatabase(id);
    const a = await seedVersions(knex, { model: 'a', versions: versions(3) });
    await seedVersions(knex, {
      model: 'a',
      server: 'us',
      record: 'a_us',
      versions: versions(2),
    });
    const b = await seedVersions(knex, { model: 'b', versions: versions(1) });
    return { knex, a: a.id, b: b.id };
  }

  /** The counts, once it is certain that they are those of the rows. */
  async function counts(knex: Knex, ids: string[]) {
    const counted = await countVersions(knex, ids);
    const rows: { subject_id: string; deleted_at: string | null }[] =
      await knex('version').select('subject_id', 'deleted_at');
    const real = ids.map(each => {
      const own = rows.filter(row => row.subject_id === each);
      const kept = own.filter(row => row.deleted_at === null);
      return { total: own.length, kept: kept.length };
    });
    const inOrder = ids.map(each => counted.get(each) ?? { total: 0, kept: 0 });
    expect(inOrder).toEqual(real);
    return inOrder.map(({ total }) => total);
  }

  const recordOf = async (knex: Knex, name: string) =>
    (await knex('registry_record').where({ name }).first('id')).id;

  it('counts what is inserted, of models that are asked for', async () => {
    const { knex, a, b } = await createVersions();
    expect(await counts(knex, [a, b])).toEqual([5, 1]);
    expect([...(await countVersions(knex, [b]))]).toEqual([
      [b, { total: 1, kept: 1 }],
    ]);
    expect((await countVersions(knex, ['nobody'])).size).toBe(0);
    expect((await countVersions(knex, [])).size).toBe(0);
  });

  it('counts versions without a record, and one by one', async () => {
    const { knex, a, b } = await createVersions();
    const [row] = await knex('version').where({ subject_id: b });
    for (const label of ['x', 'y']) {
      await knex('version').insert({
        ...row,
        id: `01J0000000000000000000000${label}`,
        label,
        record_id: null,
        record_version: null,
      });
    }
    expect(await counts(knex, [a, b])).toEqual([5, 3]);
  });

  it('follows a record that moves to another model', async () => {
    const { knex, a, b } = await createVersions();
    await knex('version')
      .where({ record_id: await recordOf(knex, 'a_us') })
      .update({ subject_id: b, label: knex.ref('id') });
    expect(await counts(knex, [a, b])).toEqual([3, 3]);
  });

  it('follows versions that change their record', async () => {
    const { knex, a, b } = await createVersions();
    const recordId = await recordOf(knex, 'a_us');
    await knex('version').where({ record_id: recordId }).update({
      record_id: null,
      record_version: null,
    });
    await knex('version').whereNull('record_id').update({ subject_id: b });
    expect(await counts(knex, [a, b])).toEqual([3, 3]);
  });

  it('follows versions that are deleted', async () => {
    const { knex, a, b } = await createVersions();
    await knex('version_metric').delete();
    await knex('version').where({ subject_id: b }).delete();
    await knex('version').where({ subject_id: a, label: '1' }).delete();
    expect(await counts(knex, [a, b])).toEqual([4, 0]);
  });

  it('follows versions that get a tombstone', async () => {
    const { knex, a, b } = await createVersions();
    const at = '2026-11-28T12:00:00.000Z';
    await knex('version')
      .where({ subject_id: a, label: '1' })
      .update({ gone_since: at, deleted_at: at });
    expect(await counts(knex, [a, b])).toEqual([5, 1]);
    expect((await countVersions(knex, [a])).get(a)?.kept).toBe(4);
    await knex('version')
      .where({ record_id: await recordOf(knex, 'a') })
      .update({ subject_id: b, label: knex.ref('id') });
    expect(await counts(knex, [a, b])).toEqual([2, 4]);
    await knex('version_metric').delete();
    await knex('version').where({ subject_id: b }).delete();
    expect(await counts(knex, [a, b])).toEqual([2, 0]);
  });

  it('is not moved by new content, nor by what is rolled back', async () => {
    const { knex, a, b } = await createVersions();
    const counters = await knex('version_count').orderBy([
      'subject_id',
      'record_id',
    ]);
    await knex('version').update({ description: 'Trained again' });
    await expect(
      knex.transaction(async tx => {
        await tx('version').where({ label: '3' }).update({ subject_id: b });
        throw new Error('No');
      }),
    ).rejects.toThrow('No');
    expect(
      await knex('version_count').orderBy(['subject_id', 'record_id']),
    ).toEqual(counters);
    expect(await counts(knex, [a, b])).toEqual([5, 1]);
  });

  it('counts what was there before there were counters', async () => {
    const { knex, a, b } = await createVersions();
    await knex.migrate.down({ directory, name: DELETED_MIGRATION });
    await knex.migrate.down({ directory, name: MIGRATION });
    await seedVersions(knex, {
      model: 'b',
      server: 'us',
      record: 'b_us',
      versions: versions(4),
    });
    await knex.migrate.up({ directory, name: MIGRATION });
    await knex.migrate.up({ directory, name: DELETED_MIGRATION });
    expect(await counts(knex, [a, b])).toEqual([5, 5]);
  });
});
