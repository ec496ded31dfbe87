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

  it('find the observed schemas in facets that are there already', async () => {
    const knex = await databases.init(id);
    const files = readdirSync(directory).filter(file => file.endsWith('.js'));
    const before = files.indexOf('20261127000000_observed_schemas.js');
    for (const _file of files.slice(0, before)) {
      await knex.migrate.up({ directory });
    }
    const node = (nodeId: number, kind: number, rest: object = {}) => ({
      id: nodeId,
      kind,
      key: `k${nodeId}`,
      namespace: 'n',
      name: `n${nodeId}`,
      environment_id: 1,
      ...rest,
    });
    await knex('node').insert(
      [
        node(1, 3, { environment_id: 0 }),
        node(2, 1, { canonical_id: 1 }),
        node(3, 1, { canonical_id: 1, root_id: 2 }),
        node(4, 1),
      ].map(row => ({ canonical_id: null, root_id: null, ...row })),
    );
    const facet = (nodeId: number, day: number, hash: string | null) => ({
      node_id: nodeId,
      name: 'schema',
      stamp: `2026-11-0${day}|x`,
      content_hash: hash,
    });
    await knex('facet').insert([
      facet(2, 1, 'old'),
      facet(3, 2, 'new'),
      facet(4, 1, null),
    ]);
    await knex('folded_facet').insert(facet(2, 2, 'new'));

    await knex.migrate.up({ directory });
    await expect(knex('observed_schema').select()).resolves.toEqual([
      { node_id: 2, shown_id: 1, environment_id: 1, content_hash: 'new' },
    ]);
    await expect(knex('schema_change').pluck('node_id')).resolves.toEqual([1]);
    await expect(knex('drain').first()).resolves.toMatchObject({
      schema_epoch: knex.client.config.client === 'pg' ? '1' : 1,
    });
    await knex.migrate.down({ directory });
    expect(await listTables(knex)).not.toContain('observed_schema');
  });

  it('have connections between fields made anew, and can go back', async () => {
    const knex = await databases.init(id);
    const files = readdirSync(directory).filter(file => file.endsWith('.js'));
    const before = files.indexOf('20261127000100_column_influences.js');
    for (const _file of files.slice(0, before)) {
      await knex.migrate.up({ directory });
    }
    await knex('drain').update({ names_digest: 'as they were' });
    await knex.migrate.up({ directory });
    await expect(knex('drain').pluck('names_digest')).resolves.toEqual([null]);

    const edge = (dst: number, kind: number) => ({
      claimant_id: 1,
      src: 1,
      dst,
      kind,
    });
    await knex('column_edge').insert([edge(2, 1), edge(3, 6), edge(4, 131)]);
    await knex.migrate.down({ directory });
    await expect(
      knex('column_edge').orderBy('dst').pluck('kind'),
    ).resolves.toEqual([1, 2, 3]);
  });

  it('keep what is declared, and read earlier declarations from events', async () => {
    const knex = await databases.init(id);
    const files = readdirSync(directory).filter(file => file.endsWith('.js'));
    const before = files.indexOf('20261201000000_declarations.js');
    for (const _file of files.slice(0, before)) {
      await knex.migrate.up({ directory });
    }
    const claim = (relations: string | null, claimant: number) => ({
      claimant_id: claimant,
      claimant_root: claimant,
      src: 1,
      dst: 2,
      src_root: 1,
      dst_root: 2,
      canonical_src: 1,
      canonical_dst: 2,
      environment_id: 0,
      origin: 2,
      first_seen: '2026-01-01',
      last_seen: '2026-01-01',
      current: true,
      relations,
    });
    await knex('claim').insert([claim(null, 3), claim('dependsOn', 4)]);
    await knex('job').insert({ node_id: 3, declared_stamp: '2026-01-01|x' });
    const event = (kind: number, state: number) => ({
      hash: `${kind} ${state}`,
      received_at: '2026-01-01',
      event_time: '2026-01-01',
      kind,
      bytes: 2,
      state,
      body: '{}',
    });
    await knex('event').insert([
      event(1, 1),
      event(2, 1),
      event(3, 1),
      event(2, 2),
    ]);

    await knex.migrate.up({ directory });
    const declared = await knex('declaration as d')
      .join('declared_edge as e', function both() {
        this.on('e.claimant_id', 'd.claimant_id').on('e.digest', 'd.digest');
      })
      .select('d.claimant_id', 'd.stamp', 'e.src', 'e.dst');
    expect(declared).toEqual([
      { claimant_id: 3, stamp: '2026-01-01|x', src: 1, dst: 2 },
    ]);
    expect(await knex('event').where({ state: 0 })).toEqual([]);
    expect(await knex('drain').pluck('declared_after')).toEqual([
      id === 'SQLITE_3' ? 0 : '0',
    ]);

    await knex('claim').insert({ ...claim(null, 5), current: false });
    await knex.migrate.down({ directory });
    expect(
      await knex('claim').orderBy('claimant_id').pluck('claimant_id'),
    ).toEqual([3, 4]);
    expect(await listTables(knex)).not.toContain('declaration');
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
