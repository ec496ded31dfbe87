import { mockServices, TestDatabases } from '@backstage/backend-test-utils';
import { KnownRecord } from '@understudy/plugin-ml-node';
import { applyMigrations, MIGRATIONS_TABLE } from './applyMigrations';
import { ImportStateStore } from './ImportStateStore';

const counts = {
  records: 1,
  prompts: 0,
  bound: 0,
  ignored: 0,
  imported: 1,
  gone: 0,
  withoutOwner: 1,
};

function recordOf(name: string, more: Partial<KnownRecord> = {}): KnownRecord {
  return {
    name,
    kind: 'model',
    entityRef: `model:default/${name.toLowerCase()}`,
    snapshot: { tags: [{ key: 'a', value: 'b' }], description: 'ü' },
    firstSeenAt: '2026-01-01T00:00:00.000Z',
    ...more,
  };
}

const databases = TestDatabases.create({ ids: ['SQLITE_3', 'POSTGRES_15'] });

describe.each(databases.eachSupportedId())('ImportStateStore on %s', id => {
  async function createStore() {
    const knex = await databases.init(id);
    await applyMigrations(mockServices.database({ knex, migrations: {} }));
    let time = Date.parse('2026-06-15T12:00:00.000Z');
    const store = ImportStateStore.create({
      knex,
      // Every look at the clock is a second later than the one before.
      now: () => new Date((time += 1000)),
    });
    return { knex, store };
  }

  it('knows nothing at first', async () => {
    const { store } = await createStore();
    await expect(store.read('eu')).resolves.toEqual({});
    await expect(store.readRecords('eu')).resolves.toEqual([]);
  });

  it('keeps records and state of each server apart', async () => {
    const { store } = await createStore();
    const records = [
      recordOf('A'),
      recordOf('a', { goneSince: '2026-02-01T00:00:00.000Z' }),
      recordOf('p', { kind: 'prompt', entityRef: undefined }),
    ];
    await store.noteStarted('eu');
    await store.noteSuccess('eu', {
      records,
      counts,
      entitiesDigest: 'd1',
      applied: true,
    });
    await store.noteStarted('us');

    const read = await store.readRecords('eu');
    expect(read).toHaveLength(3);
    expect(read).toEqual(expect.arrayContaining(records));
    await expect(store.read('eu')).resolves.toEqual({
      lastStartedAt: '2026-06-15T12:00:01.000Z',
      lastFinishedAt: '2026-06-15T12:00:02.000Z',
      lastSuccessAt: '2026-06-15T12:00:02.000Z',
      appliedAt: '2026-06-15T12:00:02.000Z',
      counts,
      entitiesDigest: 'd1',
    });
    await expect(store.readRecords('us')).resolves.toEqual([]);
    await expect(store.read('us')).resolves.toEqual({
      lastStartedAt: '2026-06-15T12:00:03.000Z',
    });
  });

  it('writes those records only that changed', async () => {
    const { knex, store } = await createStore();
    const result = { counts, entitiesDigest: 'd', applied: false };
    const many = Array.from({ length: 250 }, (_, i) => recordOf(`m${i}`));
    await store.noteSuccess('eu', { ...result, records: many });

    const writes: string[] = [];
    knex.on('query', ({ sql }) => {
      if (/^(insert|update|delete)/i.test(sql) && sql.includes('_record')) {
        writes.push(sql);
      }
    });
    await store.noteSuccess('eu', { ...result, records: many });
    expect(writes).toEqual([]);

    const goneSince = '2026-06-01T00:00:00.000Z';
    await store.noteSuccess('eu', {
      ...result,
      records: [...many.slice(1), recordOf('m0', { goneSince })],
    });
    expect(writes).toHaveLength(1);
    const read = await store.readRecords('eu');
    expect(read).toHaveLength(250);
    expect(read.find(r => r.name === 'm0')?.goneSince).toBe(goneSince);
  });

  it('keeps what is known when an import fails', async () => {
    const { store } = await createStore();
    await store.noteSuccess('eu', {
      records: [recordOf('a')],
      counts,
      entitiesDigest: 'd',
      applied: true,
    });
    const before = await store.read('eu');
    await store.noteFailure('eu', `down ${'x'.repeat(5000)}`);

    const after = await store.read('eu');
    expect(after.lastError).toHaveLength(2000);
    expect(after).toEqual({
      ...before,
      lastFinishedAt: after.lastFinishedAt,
      lastError: after.lastError,
    });
    await expect(store.readRecords('eu')).resolves.toHaveLength(1);
  });

  it('holds, releases and forgets a change', async () => {
    const { store } = await createStore();
    const change = { before: 9, after: 1, removed: [], fingerprint: 'f1' };
    await store.noteHeld('eu', change);
    const { held } = await store.read('eu');
    expect(held).toEqual({ ...change, since: expect.any(String) });

    await store.noteHeld('eu', change);
    expect((await store.read('eu')).held?.since).toBe(held?.since);

    await store.noteHeld('eu', { ...change, fingerprint: 'f2' });
    expect((await store.read('eu')).held?.since).not.toBe(held?.since);

    await store.release('eu', 'f2');
    expect((await store.read('eu')).releasedFingerprint).toBe('f2');

    await store.noteSuccess('eu', {
      records: [],
      counts,
      entitiesDigest: 'd',
      applied: true,
    });
    const state = await store.read('eu');
    expect(state.held).toBeUndefined();
    expect(state.releasedFingerprint).toBeUndefined();
  });

  it('remembers that an import was asked for until one begins', async () => {
    const { store } = await createStore();
    await expect(store.isRequested('eu')).resolves.toBe(false);
    await store.noteStarted('eu');
    await store.request('eu');
    await expect(store.isRequested('eu')).resolves.toBe(true);
    await expect(store.isRequested('us')).resolves.toBe(false);

    await store.noteFailure('eu', 'down');
    await expect(store.isRequested('eu')).resolves.toBe(true);
    await store.noteStarted('eu');
    await expect(store.isRequested('eu')).resolves.toBe(false);
  });

  it('migrates beside the catalog, down and up again', async () => {
    const { knex } = await createStore();
    const tables = ['understudy_mlflow_provider', 'understudy_mlflow_record'];
    const existing = () =>
      Promise.all(tables.map(table => knex.schema.hasTable(table)));
    await expect(existing()).resolves.toEqual([true, true]);
    await expect(knex.schema.hasTable('knex_migrations')).resolves.toBe(false);

    const migrations = {
      tableName: MIGRATIONS_TABLE,
      directory: `${__dirname}/../../migrations`,
    };
    await knex.migrate.rollback(migrations, true);
    await expect(existing()).resolves.toEqual([false, false]);
    await knex.migrate.latest(migrations);
    await expect(existing()).resolves.toEqual([true, true]);
  });

  it('keeps what is known through every migration', async () => {
    const { knex, store } = await createStore();
    await store.noteSuccess('eu', {
      records: [recordOf('a')],
      counts,
      entitiesDigest: 'd',
      applied: true,
    });
    const before = await store.read('eu');
    const migrations = {
      tableName: MIGRATIONS_TABLE,
      directory: `${__dirname}/../../migrations`,
    };
    await knex.migrate.down(migrations);
    await expect(
      knex.schema.hasColumn('understudy_mlflow_provider', 'requested_at'),
    ).resolves.toBe(false);
    await expect(store.read('eu')).resolves.toEqual(before);

    await knex.migrate.up(migrations);
    await expect(store.read('eu')).resolves.toEqual(before);
    await expect(store.readRecords('eu')).resolves.toHaveLength(1);
    await expect(store.isRequested('eu')).resolves.toBe(false);
  });
});
