import { Knex } from 'knex';
import { layTombstone } from '../evidence/tombstones/writeTombstone';
import { sourceVersion } from '../__testUtils__/FakeVersionSource';
import { databases, migratedDatabase } from '../__testUtils__/migratedDatabase';
import { indexEntry } from '../__testUtils__/indexEntry';
import { seedAssignment, seedVersions } from '../__testUtils__/seedVersions';
import { DatabaseModelIndex } from '../models/DatabaseModelIndex';
import { VersionPosition } from '../registry/VersionStore';
import { VersionSearchFilter } from './VersionSearchFilter';
import { VersionSearchStore } from './VersionSearchStore';

jest.setTimeout(120_000);

type Filter = Omit<VersionSearchFilter, 'kind'>;

describe.each(databases.eachSupportedId())('VersionSearchStore on %s', id => {
  const metrics = (auc: number) => [{ rawName: 'auc', value: auc }];

  /** Versions of three models; those of `fraud` and `ranking` alternate. */
  async function createStore() {
    const knex = await migratedDatabase(id);
    const fraud = await seedVersions(knex, {
      model: 'fraud',
      aliases: [{ alias: 'champion', version: '3' }],
      versions: [1, 3, 5].map(number =>
        sourceVersion(`${number}`, {
          metrics: metrics(0.9 + number / 100),
          tags: [
            { key: 'team', value: 'risk' },
            { key: 'number', value: `${number}` },
          ],
          variant: number === 5 ? 'store=0417' : undefined,
        }),
      ),
    });
    const ranking = await seedVersions(knex, {
      model: 'ranking',
      server: 'us',
      aliases: [{ alias: 'champion', version: '2' }],
      versions: [2, 4, 6].map(number =>
        sourceVersion(`${number}`, {
          metrics: [
            ...metrics(0.5 + number / 100),
            { rawName: 'auc', value: 0.99, split: 'train' },
            { rawName: 'loss', value: number },
          ],
          tags: [{ key: 'team', value: 'search' }],
        }),
      ),
    });
    await seedVersions(knex, {
      model: 'fraud-card',
      record: 'fraud_card',
      versions: [sourceVersion('7', { metrics: [] })],
    });
    await seedAssignment(knex, {
      id: '01J00000000000000000000001',
      subject: fraud,
      label: '1',
    });
    await seedAssignment(knex, {
      id: '01J00000000000000000000002',
      subject: ranking,
      label: 'us:4',
      until: '2026-03-02T00:00:00.000Z',
    });
    await knex('subject')
      .where({ id: fraud.id })
      .update({ last_owner: 'group:default/risk' });
    await knex('subject')
      .where({ id: ranking.id })
      .update({ last_owner: 'group:default/search' });
    return { knex, ...tools(knex) };
  }

  /** So that each condition names few, some and many of each in turn. */
  const otherLimits = [
    { few: 0, some: 0, walked: 0, listed: 0 },
    { few: 0, some: 100, walked: 0, listed: 100 },
    { few: 1, some: 2, walked: 1, listed: 1 },
    { few: 100, some: 100, walked: 0, listed: 0 },
  ];

  const indexModel = async (
    knex: Knex,
    entry: { ref: string; owner?: string },
  ) => await DatabaseModelIndex.create({ knex }).put([indexEntry(entry)]);

  function tools(knex: Knex) {
    const store = VersionSearchStore.create({ knex });
    const labelsOf = async (ids: string[]) => {
      const rows = await knex('version').whereIn('id', ids);
      const labels = new Map(rows.map(row => [row.id, row.label]));
      return ids.map(one => labels.get(one));
    };
    const labels = async (
      filter: Filter,
      kind: VersionSearchFilter['kind'],
    ) => {
      const search = await store.open({ ...filter, kind });
      const found = await search.select(100);
      expect(await search.count()).toBe(found.length);
      for (const limits of otherLimits) {
        const other = VersionSearchStore.create({ knex, limits });
        const again = await other.open({ ...filter, kind });
        expect(await again.select(100)).toEqual(found);
        expect(await again.count()).toBe(found.length);
      }
      return await labelsOf(found.map(one => one.id));
    };
    return {
      store,
      labels: (filter: Filter, kind: VersionSearchFilter['kind'] = 'model') =>
        labels(filter, kind),
      labelsOf,
    };
  }

  const all = ['7', 'us:6', '5', 'us:4', '3', 'us:2', '1'];

  it.each<[Filter, string[]]>([
    [{}, all],
    [{ models: ['model:default/fraud'] }, ['5', '3', '1']],
    [
      { models: ['model:default/fraud', 'model:default/ranking'] },
      ['us:6', '5', 'us:4', '3', 'us:2', '1'],
    ],
    [{ models: ['model:default/missing'] }, []],
    [{ owners: ['group:default/risk'] }, ['5', '3', '1']],
    [
      { owners: ['group:default/risk', 'group:default/search'] },
      ['us:6', '5', 'us:4', '3', 'us:2', '1'],
    ],
    [{ owners: ['group:default/risk'], models: ['model:default/ranking'] }, []],
    [{ text: 'FRAUD' }, ['7', '5', '3', '1']],
    [{ text: 'fraud-' }, ['7']],
    [{ text: 'FRAUD', owners: ['group:default/risk'] }, ['5', '3', '1']],
    [{ text: '5', models: ['model:default/fraud'] }, ['5']],
    [{ text: 'fraud', variant: 'store=0417' }, ['5']],
    [{ text: '7', alias: 'champion' }, []],
    [{ text: 'US:' }, ['us:6', 'us:4', 'us:2']],
    [{ text: 'raud' }, []],
    [{ text: '%' }, []],
    [{ text: '_' }, []],
    [{ text: "' OR 1=1 --" }, []],
    [{ alias: 'champion' }, ['3', 'us:2']],
    [{ alias: "champion' OR '1'='1" }, []],
    [{ stage: 'production' }, ['1']],
    [{ source: 'us' }, ['us:6', 'us:4', 'us:2']],
    [{ variant: 'store=0417' }, ['5']],
    [{ tags: [{ key: 'team', value: 'risk' }] }, ['5', '3', '1']],
    [
      {
        tags: [
          { key: 'team', value: 'risk' },
          { key: 'number', value: '3' },
        ],
      },
      ['3'],
    ],
    [{ tags: [{ key: 'team', value: "risk' OR 'a'='a" }] }, []],
    [
      { metrics: [{ name: 'auc', comparator: '>=', value: 0.93 }] },
      ['us:6', '5', 'us:4', '3', 'us:2'],
    ],
    [
      { metrics: [{ name: 'auc', comparator: '<', value: 0.55 }] },
      ['us:4', 'us:2'],
    ],
    [{ metrics: [{ name: 'loss', comparator: '=', value: 4 }] }, ['us:4']],
    [
      { metrics: [{ name: 'loss', comparator: '!=', value: 4 }] },
      ['us:6', 'us:2'],
    ],
    [
      {
        metrics: [
          { name: 'loss', comparator: '>', value: 2 },
          { name: 'loss', comparator: '<=', value: 4 },
        ],
      },
      ['us:4'],
    ],
    [{ metrics: [{ name: "auc' OR 1=1 --", comparator: '>', value: 0 }] }, []],
    [{ createdAfter: '2026-01-01T00:05:00.000Z' }, ['7', 'us:6', '5']],
    [{ createdBefore: '2026-01-01T00:03:00.000Z' }, ['us:2', '1']],
    [
      {
        owners: ['group:default/risk', 'group:default/search'],
        alias: 'champion',
        metrics: [{ name: 'auc', comparator: '<', value: 0.9 }],
      },
      ['us:2'],
    ],
    [{ owners: ['group:default/risk'], stage: 'production' }, ['1']],
    [{ owners: ['group:default/search'], stage: 'production' }, []],
    [{ owners: ['group:default/search'], alias: 'champion' }, ['us:2']],
    [
      {
        owners: ['group:default/search'],
        tags: [{ key: 'team', value: 'search' }],
      },
      ['us:6', 'us:4', 'us:2'],
    ],
    [
      {
        owners: ['group:default/search'],
        tags: [{ key: 'team', value: 'risk' }],
      },
      [],
    ],
  ])('filters by %j', async (filter, expected) => {
    const { labels } = await createStore();
    expect(await labels(filter)).toEqual(expected);
  });

  it('leaves out what was deleted, unless it is asked for', async () => {
    const { knex, labels } = await createStore();
    const deleted = await knex('version').where({ label: '5' }).first('id');
    const at = '2026-11-28T12:00:00.000Z';
    await knex.transaction(tx =>
      layTombstone(tx, {
        versionId: deleted.id,
        by: 'user:default/scientist',
        reason: 'Wrong data',
        at,
      }),
    );
    // Nobody deleted this one: its registry has it no longer.
    await knex('version').where({ label: '3' }).update({ gone_since: at });
    const left = all.filter(label => label !== '5');
    expect(await labels({})).toEqual(left);
    expect(await labels({ includeDeleted: true })).toEqual(all);
    const named: Filter = { tags: [{ key: 'team', value: 'risk' }] };
    expect(await labels(named)).toEqual(['3', '1']);
    expect(await labels({ ...named, includeDeleted: true })).toEqual([
      '5',
      '3',
      '1',
    ]);
  });

  it('finds who made a version, or registered it through the portal', async () => {
    const { knex, labels } = await createStore();
    const createdBy = 'user:default/scientist';
    await knex('version').update({ created_by: 'build' });
    await knex('version').where({ label: '1' }).update({
      registered_by: createdBy,
    });
    await knex('version').where({ label: '7' }).update({
      created_by: createdBy,
      registered_by: createdBy,
    });
    expect(await labels({ createdBy })).toEqual(['7', '1']);
    expect(await labels({ createdBy: "x' OR '1'='1" })).toEqual([]);
  });

  it('tells kinds apart', async () => {
    const { knex, labels } = await createStore();
    await knex('subject')
      .where({ ref: 'model:default/fraud-card' })
      .update({ ref: 'dataset:default/fraud-card' });
    await knex('version').where({ label: '7' }).update({ kind: 'dataset' });
    expect(await labels({}, 'dataset')).toEqual(['7']);
    expect(await labels({ text: 'fraud' }, 'dataset')).toEqual(['7']);
    expect(await labels({}, 'featureview')).toEqual([]);
    expect(await labels({})).toEqual(all.slice(1));
  });

  it.each<Filter>([
    {},
    { models: ['model:default/fraud', 'model:default/ranking'] },
    { metrics: [{ name: 'auc', comparator: '>', value: 0 }] },
    { text: 'f' },
  ])('pages by %j without a gap or a repetition', async filter => {
    const { store } = await createStore();
    const search = await store.open({ ...filter, kind: 'model' });
    const whole = await search.select(100);
    const paged: string[] = [];
    let after: VersionPosition | undefined;
    do {
      const page = await search.select(2, after);
      paged.push(...page.map(one => one.id));
      after = page.at(-1);
    } while (after);
    expect(paged).toEqual(whole.map(one => one.id));
  });

  it('finds by what was evaluated on all rows of a dataset, as by metrics of runs', async () => {
    const { knex, labels } = await createStore();
    const [version] = await knex('version').where({ label: '7' });
    const evaluation = '01J00000000000000000000007';
    await knex('version_evaluation').insert({
      id: evaluation,
      version_id: version.id,
      position: 1,
      added_by: 'user:default/scientist',
      added_at: '2026-03-02T00:00:00.000Z',
      dataset: 'holdout',
      evaluated_at: '2026-03-02T00:00:00.000Z',
      content_hash: 'a'.repeat(64),
    });
    await knex('version_evaluation_metric').insert(
      [
        { slice: '{}', value: 0.991 },
        { slice: '{"market":"de"}', value: 0.999 },
      ].map((one, position) => ({
        ...one,
        evaluation_id: evaluation,
        position,
        name: 'auc',
        raw_name: 'auc',
      })),
    );
    const above = (value: number) =>
      labels({ metrics: [{ name: 'auc', comparator: '>', value }] });
    expect(await above(0.99)).toEqual(['7']);
    expect(await above(0.995)).toEqual([]);
  });

  it('finds by the contract that versions keep to, and says which', async () => {
    const { knex, labels, store } = await createStore();
    const [one, two] = await knex('version')
      .whereIn('label', ['1', '3'])
      .orderBy('label');
    const contract = '01J00000000000000000000008';
    await knex('contract_version').insert({
      id: contract,
      subject_id: one.subject_id,
      version: '2.1.0',
      status: 'active',
      origin: 'signature',
      digest: 'b'.repeat(64),
      document: '{}',
      published_by: 'system:ml',
      published_at: '2026-03-02T00:00:00.000Z',
    });
    await knex('contract_subject_version').insert([
      { version_id: one.id, contract_version_id: contract },
      { version_id: two.id, contract_version_id: null },
    ]);
    expect(await labels({ contract: '2.1.0' })).toEqual(['1']);
    expect(await labels({ contract: '2.1' })).toEqual([]);
    expect([...(await store.readContracts([one.id, two.id]))]).toEqual([
      [one.id, '2.1.0'],
    ]);
  });

  it('finds the same however many versions a condition names', async () => {
    const { knex, labelsOf, store } = await createStore();
    const [version] = await knex('version').where({ label: '1' });
    const numbers = Array.from({ length: 1500 }, (_, index) => index);
    const rows = numbers.map(number => ({
      ...version,
      id: `01K${`${number}`.padStart(23, '0')}`,
      label: `old-${number}`,
      record_version: `old-${number}`,
      created_at: new Date(Date.UTC(2025, 0, 1, 0, number)).toISOString(),
    }));
    await knex.batchInsert('version', rows, 100);
    await knex.batchInsert(
      'version_metric',
      rows.map((row, number) => ({
        version_id: row.id,
        position: 0,
        name: 'age',
        raw_name: 'age',
        value: number,
      })),
      100,
    );
    const select = async (filter: Filter, limit: number) => {
      const search = await store.open({ ...filter, kind: 'model' });
      return await labelsOf((await search.select(limit)).map(one => one.id));
    };
    const old: Filter = {
      metrics: [{ name: 'age', comparator: '>=', value: 0 }],
    };
    expect(await select(old, 2)).toEqual(['old-1499', 'old-1498']);
    expect(
      await select({ ...old, models: ['model:default/fraud'] }, 2),
    ).toEqual(['old-1499', 'old-1498']);
    expect(
      await select({ ...old, tags: [{ key: 'team', value: 'risk' }] }, 2),
    ).toEqual([]);
    expect(
      await select(
        { metrics: [{ name: 'age', comparator: '<', value: 900 }] },
        2,
      ),
    ).toEqual(['old-899', 'old-898']);
    const count = async (filter: Filter) =>
      await (await store.open({ ...filter, kind: 'model' })).count();
    expect(await count(old)).toBeUndefined();
    expect(await count({})).toBe(1507);
  });

  it('follows an owner with very many models', async () => {
    const { knex, labels } = await createStore();
    await knex.batchInsert(
      'subject',
      Array.from({ length: 150 }, (_, index) => ({
        id: `01A${`${index}`.padStart(23, '0')}`,
        ref: `model:default/other-${index}`,
        last_owner: 'group:default/risk',
        created_at: '2026-01-01T00:00:00.000Z',
      })),
      50,
    );
    expect(await labels({ owners: ['group:default/risk'] })).toEqual([
      '5',
      '3',
      '1',
    ]);
  });

  it('leaves out models that the catalog does not hold', async () => {
    const { knex, labels } = await createStore();
    await knex('subject')
      .whereIn('ref', ['model:default/fraud', 'model:default/fraud-card'])
      .update({ deleted_at: '2026-03-01T00:00:00.000Z' });
    const ofRanking = ['us:6', 'us:4', 'us:2'];
    const owners = ['group:default/risk'];
    expect(await labels({})).toEqual(ofRanking);
    expect(await labels({ includeDeleted: true })).toEqual(ofRanking);
    expect(await labels({ text: 'fraud' })).toEqual([]);
    expect(await labels({ text: '5' })).toEqual([]);
    expect(await labels({ models: ['model:default/fraud'] })).toEqual([]);
    expect(await labels({ owners })).toEqual([]);
    expect(await labels({ stage: 'production' })).toEqual([]);
    expect(await labels({ alias: 'champion' })).toEqual(['us:2']);

    // It came back, which the index hears of first.
    await indexModel(knex, { ref: 'model:default/fraud' });
    expect(await labels({})).toEqual(['us:6', '5', 'us:4', '3', 'us:2', '1']);
    expect(await labels({ owners })).toEqual(['5', '3', '1']);
  });

  it('finds the models of an owner that are indexed already', async () => {
    const { knex, labels } = await createStore();
    await indexModel(knex, {
      ref: 'model:default/fraud-card',
      owner: 'group:default/cards',
    });
    expect(await labels({ owners: ['group:default/cards'] })).toEqual(['7']);
  });
});
