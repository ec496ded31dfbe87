import { resolvePackagePath } from '@backstage/backend-plugin-api';
import { Knex } from 'knex';
import { readdirSync } from 'node:fs';
import { databases } from '../__testUtils__/migratedDatabase';

jest.setTimeout(60_000);

const directory = resolvePackagePath(
  '@understudy/plugin-lineage-backend',
  'migrations',
);

async function listTables(knex: Knex): Promise<string[]> {
  const rows: { name: string }[] =
    knex.client.config.client === 'pg'
      ? await knex('information_schema.tables')
          .where({ table_schema: 'public' })
          .select('table_name as name')
      : await knex('sqlite_master').where({ type: 'table' }).select('name');
  return rows
    .map(({ name }) => name)
    .filter(name => !/^(knex_|sqlite_)/.test(name))
    .sort();
}

describe.each(databases.eachSupportedId())('migrations on %s', id => {
  it('go up one by one, all the way down, and up again', async () => {
    const knex = await databases.init(id);
    const afterEach: string[][] = [];
    const files = readdirSync(directory).filter(file => file.endsWith('.js'));
    for (const _file of files) {
      afterEach.push(await listTables(knex));
      await knex.migrate.up({ directory });
    }
    const full = await listTables(knex);
    expect(full).toEqual(
      expect.arrayContaining([
        'claim',
        'drain',
        'edge',
        'entity_name',
        'event',
        'facet',
        'facet_content',
        'job',
        'node',
        'run',
        'run_edge',
        'same_as',
      ]),
    );
    await expect(knex('drain')).resolves.toMatchObject([
      { id: 1, last_drained_at: null },
    ]);

    for (const tables of afterEach.reverse()) {
      await knex.migrate.down({ directory });
      expect(await listTables(knex)).toEqual(tables);
    }

    await knex.migrate.latest({ directory });
    expect(await listTables(knex)).toEqual(full);
  });

  it('keep a graph that is there already, up and down', async () => {
    const knex = await databases.init(id);
    for (const _file of [1, 2]) {
      await knex.migrate.up({ directory });
    }
    const times = { first_seen: '2026-01-01', last_seen: '2026-01-01' };
    await knex('node').insert(
      ['a', 'b'].map((key, index) => ({
        id: index + 1,
        kind: 1,
        key,
        namespace: 'n',
        name: key,
      })),
    );
    await knex('run').insert({ id: 'r', job_id: 1, state: 2, facts: '{}' });
    const edge = { claimant_id: 1, src: 1, dst: 2, ...times };
    await knex('run_edge').insert({ run_id: 'r', ...edge });
    await knex('claim').insert({
      ...edge,
      origin: 1,
      canonical_src: 1,
      canonical_dst: 2,
      current: true,
    });
    await knex('edge').insert({ src: 1, dst: 2, origin: 1 });
    const before = await knex('claim').select();

    await knex.migrate.up({ directory });
    await expect(knex('run').first()).resolves.toMatchObject({ job_root: 1 });
    await expect(knex('run_edge').first()).resolves.toMatchObject({
      src_root: 1,
      dst_root: 2,
    });
    await expect(knex('claim').first()).resolves.toMatchObject({
      claimant_root: 1,
      src_root: 1,
      dst_root: 2,
      environment_id: 0,
    });
    await expect(knex('edge').select()).resolves.toEqual([
      { src: 1, dst: 2, environment_id: 0, origin: 1 },
    ]);

    // What only the catalog declares is unknown to the tables as they were.
    await knex('claim').insert({
      ...edge,
      claimant_id: 2,
      origin: 2,
      claimant_root: 2,
      src_root: 1,
      dst_root: 2,
      canonical_src: 1,
      canonical_dst: 2,
      current: true,
      relations: 'dependsOn',
    });
    await knex.migrate.down({ directory });
    await expect(knex('claim').select()).resolves.toEqual(before);
    await expect(knex('edge').select()).resolves.toEqual([
      { src: 1, dst: 2, origin: 1 },
    ]);
  });

  it('compare names and times byte by byte', async () => {
    const knex = await databases.init(id);
    await knex.migrate.latest({ directory });
    const names = ['B', 'a', 'Z', 'á', '_', '\u{1f600}', '\uffee'];
    await knex('node').insert(
      names.map((name, index) => ({
        kind: 1,
        key: `k${index}`,
        namespace: 'n',
        name,
      })),
    );
    const rows = await knex('node').orderBy('name').select('name');
    expect(rows.map(({ name }) => name)).toEqual(
      [...names].sort((a, b) => Buffer.compare(Buffer.from(a), Buffer.from(b))),
    );
  });
});
