import { layTombstone } from '../evidence/tombstones/writeTombstone';
import { sourceVersion } from '../__testUtils__/FakeVersionSource';
import { databases, migratedDatabase } from '../__testUtils__/migratedDatabase';
import { seedAssignment, seedVersions } from '../__testUtils__/seedVersions';
import { DatabaseVersionStore } from './DatabaseVersionStore';
import { VersionFilter, VersionPosition, VersionView } from './VersionStore';

jest.setTimeout(60_000);

describe.each(databases.eachSupportedId())('DatabaseVersionStore on %s', id => {
  /** Versions 1 to 30; 1 was assigned, 2 is assigned, 3 has an alias. */
  async function createStore() {
    const knex = await migratedDatabase(id);
    const subject = await seedVersions(knex, {
      model: 'fraud',
      aliases: [{ alias: 'champion', version: '3' }],
      versions: Array.from({ length: 30 }, (_, index) =>
        sourceVersion(`${index + 1}`, {
          createdBy: index % 2 ? 'build' : 'scientist',
          tags: [{ key: 'team', value: index < 5 ? 'risk' : 'fraud' }],
          variant: index === 7 ? 'store=0417' : undefined,
        }),
      ),
    });
    await seedAssignment(knex, {
      id: '01J00000000000000000000001',
      subject,
      label: '1',
      until: '2026-03-02T00:00:00.000Z',
    });
    await seedAssignment(knex, {
      id: '01J00000000000000000000002',
      subject,
      label: '2',
    });
    await seedVersions(knex, {
      model: 'other',
      versions: [sourceVersion('1')],
    });
    const store = DatabaseVersionStore.create({
      knex,
      serverTitle: server => `Registry ${server}`,
    });
    const labels = async (view: VersionView, filter: VersionFilter = {}) => {
      const options = { subject, view, filter };
      const { items } = await store.list({ ...options, limit: 100 });
      const { matching } = await store.count(options);
      expect(matching).toBe(items.length);
      return items.map(item => item.label);
    };
    return { knex, labels, store, subject };
  }

  it('holds what is notable, newest first', async () => {
    const { labels, store, subject } = await createStore();
    expect(await labels('notable')).toEqual([
      ...Array.from({ length: 10 }, (_, index) => `${30 - index}`),
      '3',
      '2',
      '1',
    ]);
    expect(await labels('all')).toHaveLength(30);
    expect(await store.count({ subject, view: 'notable', filter: {} })).toEqual(
      { total: 30, matching: 13 },
    );
  });

  it('tells aliases, assignments, metrics and the source of a version', async () => {
    const { store, subject } = await createStore();
    const { items } = await store.list({
      subject,
      view: 'notable',
      filter: {},
      limit: 100,
    });
    const [three, two, one] = items.slice(-3);
    expect(three).toMatchObject({
      model: 'model:default/fraud',
      aliases: ['champion'],
      assignments: [],
      everAssigned: false,
      metrics: [{ name: 'auc', rawName: 'auc', value: 0.9 }],
      source: {
        type: 'fake',
        server: 'eu',
        title: 'Registry eu',
        record: 'fraud',
        recordVersion: '3',
      },
    });
    expect(two).toMatchObject({
      everAssigned: true,
      assignments: [
        {
          stage: 'production',
          target: { environment: 'production', segment: '*' },
          slot: 'champion',
          trafficPercent: 100,
        },
      ],
    });
    expect(one).toMatchObject({ everAssigned: true, assignments: [] });
  });

  it.each<[VersionFilter, string[]]>([
    [
      { label: '2' },
      ['29', '28', '27', '26', '25', '24', '23', '22', '21', '20', '2'],
    ],
    [{ label: '%' }, []],
    [{ alias: 'champion' }, ['3']],
    [{ alias: 'missing' }, []],
    [{ stage: 'production' }, ['2']],
    [{ source: 'us' }, []],
    [{ variant: 'store=0417' }, ['8']],
    [{ tags: [{ key: 'team', value: 'risk' }] }, ['5', '4', '3', '2', '1']],
    [
      { tags: [{ key: 'team', value: 'risk' }], createdBy: 'build' },
      ['4', '2'],
    ],
  ])('filters by %j', async (filter, expected) => {
    const { labels } = await createStore();
    expect(await labels('all', filter)).toEqual(expected);
  });

  it.each<[VersionFilter, string[]]>([
    [{}, Array.from({ length: 30 }, (_, index) => `${30 - index}`)],
    [
      { tags: [{ key: 'team', value: 'fraud' }] },
      Array.from({ length: 25 }, (_, index) => `${30 - index}`),
    ],
    [
      { createdBy: 'build' },
      Array.from({ length: 15 }, (_, index) => `${30 - 2 * index}`),
    ],
  ])(
    'pages through versions by %j without a gap or a repetition',
    async (filter, expected) => {
      const { store, subject } = await createStore();
      const seen: string[] = [];
      let after: VersionPosition | undefined;
      do {
        const page = await store.list({
          subject,
          view: 'all',
          filter,
          limit: 7,
          after,
        });
        seen.push(...page.items.map(item => item.label));
        after = page.next;
      } while (after);
      expect(seen).toEqual(expected);
    },
  );

  it('filters by the registry, together with the rest', async () => {
    const { knex, labels } = await createStore();
    await seedVersions(knex, {
      model: 'fraud',
      record: 'fraud_us',
      server: 'us',
      versions: [
        sourceVersion('31', { createdBy: 'build' }),
        sourceVersion('32', { createdBy: 'scientist' }),
      ],
      aliases: [{ alias: 'champion', version: '31' }],
    });
    expect(await labels('all', { source: 'us' })).toEqual(['us:32', 'us:31']);
    expect(await labels('all', { source: 'eu' })).toHaveLength(30);
    expect(await labels('notable', { source: 'us' })).toHaveLength(2);
    expect(await labels('all', { source: 'us', createdBy: 'build' })).toEqual([
      'us:31',
    ]);
    expect(await labels('all', { source: 'eu', alias: 'champion' })).toEqual([
      '3',
    ]);
  });

  it('filters by a registry with hundreds of records', async () => {
    const { knex, labels, subject } = await createStore();
    const [record] = await knex('registry_record').where({ server: 'eu' });
    const [version] = await knex('version').where({ subject_id: subject.id });
    const idOf = (prefix: string, index: number) =>
      `${prefix}${index}`.padEnd(26, '0');
    const indexes = Array.from({ length: 250 }, (_, index) => index + 1000);
    await knex('registry_record').insert(
      indexes.map(index => ({
        ...record,
        id: idOf('R', index),
        server: 'us',
        name: `fraud_${index}`,
        label_prefix: `store ${index}:`,
      })),
    );
    await knex('version').insert(
      indexes.map(index => ({
        ...version,
        id: idOf('V', index),
        label: `store:${index}`,
        record_id: idOf('R', index),
      })),
    );
    expect(await labels('all', { source: 'us', label: 'store:10' })).toEqual(
      Array.from({ length: 100 }, (_, index) => `store:${1099 - index}`),
    );
    expect(await labels('all', { source: 'eu' })).toHaveLength(30);
  });

  it('reads a page with a number of statements that does not grow', async () => {
    const { knex, store, subject } = await createStore();
    const statements = async (limit: number) => {
      let count = 0;
      const listener = () => {
        count += 1;
      };
      knex.on('query', listener);
      await store.list({ subject, view: 'all', filter: {}, limit });
      knex.removeListener('query', listener);
      return count;
    };
    expect(await statements(30)).toBe(await statements(1));
  });

  it('finds what a text may mean', async () => {
    const { knex, store, subject } = await createStore();
    await seedVersions(knex, {
      model: 'fraud',
      record: 'fraud_us',
      server: 'us',
      versions: [sourceVersion('1')],
      aliases: [{ alias: 'champion', version: '1' }],
    });
    expect(await store.findCandidates(subject.id, '7')).toMatchObject([
      { label: '7', via: 'label' },
    ]);
    const both = await store.findCandidates(subject.id, 'champion');
    expect(both.map(candidate => candidate.label).sort()).toEqual([
      '3',
      'us:1',
    ]);
    expect(await store.findCandidates(subject.id, both[0].id)).toEqual([
      { id: both[0].id, label: both[0].label, via: 'id' },
    ]);
    expect(await store.findCandidates(subject.id, 'missing')).toEqual([]);
  });

  it('sums up models for a list', async () => {
    const { knex, store, subject } = await createStore();
    const digests = await store.digest([subject.id]);
    expect(digests.get(subject.id)).toMatchObject({
      total: 30,
      latest: { label: '30' },
      champions: [
        {
          version: '2',
          stage: 'production',
          target: { environment: 'production', segment: '*' },
        },
      ],
    });
    // Neither is the newest: one was deleted, and one is gone at its registry.
    const [deleted, gone] = await Promise.all(
      ['30', '29'].map(label => knex('version').where({ label }).first('id')),
    );
    const at = '2026-11-28T12:00:00.000Z';
    await knex.transaction(async tx => {
      await layTombstone(tx, {
        versionId: deleted.id,
        by: 'user:default/scientist',
        reason: 'Wrong data',
        at,
      });
      await tx('version').where(gone).update({ gone_since: at });
    });
    expect((await store.digest([subject.id])).get(subject.id)).toMatchObject({
      total: 29,
      latest: { label: '28' },
    });
  });

  it('knows versions by who registered them, too', async () => {
    const { knex, store, subject } = await createStore();
    await knex('version')
      .where({ label: '4' })
      .update({ registered_by: 'user:default/scientist' });
    const { items } = await store.list({
      subject,
      view: 'all',
      filter: { createdBy: 'user:default/scientist' },
      limit: 10,
    });
    expect(items.map(({ label }) => label)).toEqual(['4']);
  });
});
