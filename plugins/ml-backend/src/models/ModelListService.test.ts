import { mockCredentials, mockServices } from '@backstage/backend-test-utils';
import { AuthorizeResult } from '@backstage/plugin-permission-common';
import { catalogServiceMock } from '@backstage/plugin-catalog-node/testUtils';
import { ModelEntity } from '@understudy/plugin-ml-common';
import { DatabaseVersionStore } from '../registry/DatabaseVersionStore';
import { DatabaseSubjectStore } from '../subjects/DatabaseSubjectStore';
import { sourceVersion } from '../__testUtils__/FakeVersionSource';
import { databases, migratedDatabase } from '../__testUtils__/migratedDatabase';
import { modelEntity } from '../__testUtils__/modelEntity';
import { seedAssignment, seedVersions } from '../__testUtils__/seedVersions';
import { DatabaseModelIndex } from './DatabaseModelIndex';
import { ModelIndexRefresh } from './ModelIndexRefresh';
import { ModelListRequest, ModelListService } from './ModelListService';

jest.setTimeout(60_000);

const tiers = ['low', 'high'];
const use = (riskTier: string) => ({ id: 'main', purpose: 'Fraud', riskTier });
const entities = [
  modelEntity('fraud', {
    owner: 'group:default/payments-fraud',
    metadata: { title: 'Card fraud', description: 'Scores 100% of payments' },
    spec: { uses: [use('high')] },
  }),
  modelEntity('ranking', {
    owner: 'group:default/search-ranking',
    spec: { type: 'ranker', lifecycle: 'experimental', uses: [use('low')] },
  }),
  modelEntity('demand', {
    owner: 'group:default/forecasting',
    spec: { type: 'forecaster' },
  }),
];

describe.each(databases.eachSupportedId())('ModelListService on %s', id => {
  async function createList(options?: {
    /** What the caller may see; everything when left out. */
    visible?: ModelEntity[];
    all?: ModelEntity[];
    decision?: AuthorizeResult.ALLOW | AuthorizeResult.DENY;
  }) {
    const knex = await migratedDatabase(id);
    const all = options?.all ?? entities;
    const subjects = DatabaseSubjectStore.create({ knex });
    const index = DatabaseModelIndex.create({ knex });
    const refreshWith = (known: ModelEntity[]) =>
      new ModelIndexRefresh({
        auth: mockServices.auth(),
        catalog: catalogServiceMock({ entities: known }),
        index,
        riskTiers: tiers,
      });
    const { visible, decision = AuthorizeResult.ALLOW } = options ?? {};
    const permissions = mockServices.permissions.mock({
      authorizeConditional: async () => [
        visible
          ? {
              result: AuthorizeResult.CONDITIONAL,
              pluginId: 'catalog',
              resourceType: 'catalog-entity',
              conditions: {
                rule: 'IS_ENTITY_OWNER',
                resourceType: 'catalog-entity',
                params: {},
              },
            }
          : { result: decision },
      ],
    });
    const service = new ModelListService({
      auth: mockServices.auth(),
      catalog: catalogServiceMock({ entities: visible ?? all }),
      index,
      permissions,
      refresh: refreshWith(all),
      riskTiers: tiers,
      subjects,
      userInfo: mockServices.userInfo({
        ownershipEntityRefs: ['group:default/search-ranking'],
      }),
      versions: DatabaseVersionStore.create({
        knex,
        serverTitle: () => undefined,
      }),
    });
    const list = (
      request: Partial<ModelListRequest> = {},
      credentials = mockCredentials.user(),
    ) =>
      service.listModels(
        {
          filter: {},
          mine: false,
          sort: { field: 'title', descending: false },
          limit: 25,
          ...request,
        },
        { credentials },
      );
    const refs = async (request: Partial<ModelListRequest>) =>
      (await list(request)).items.map(item => item.ref.split('/')[1]);
    return { index, knex, list, refs, refreshWith, service };
  }

  it('fills its index on the first visit and says what models are', async () => {
    const { knex, list } = await createList();
    const subject = await seedVersions(knex, {
      model: 'fraud',
      versions: [sourceVersion('1'), sourceVersion('2')],
    });
    await seedAssignment(knex, {
      id: '01J00000000000000000000001',
      subject,
      label: '1',
    });
    const { items, total, nextCursor } = await list();
    expect(total).toBe(3);
    expect(nextCursor).toBeUndefined();
    expect(items.map(item => item.ref)).toEqual([
      'model:default/fraud',
      'model:default/demand',
      'model:default/ranking',
    ]);
    expect(items[0]).toMatchObject({
      title: 'Card fraud',
      owner: 'group:default/payments-fraud',
      type: 'classifier',
      lifecycle: 'production',
      tier: 'high',
      tierComplete: true,
      versionCount: 2,
      latestVersion: { label: '2' },
      champions: [{ version: '1', stage: 'production' }],
    });
    expect(items[1]).toMatchObject({
      tierComplete: false,
      versionCount: 0,
      champions: [],
    });
  });

  it.each<[Partial<ModelListRequest>, string[]]>([
    [
      {
        filter: {
          owners: ['group:default/forecasting', 'group:default/search-ranking'],
        },
      },
      ['demand', 'ranking'],
    ],
    [{ filter: { type: 'ranker' } }, ['ranking']],
    [{ filter: { lifecycle: 'production' } }, ['fraud', 'demand']],
    [{ filter: { tier: 'high' } }, ['fraud']],
    [{ filter: { text: 'PAYMENTS fraud' } }, ['fraud']],
    [{ filter: { text: '100%' } }, ['fraud']],
    [{ filter: { text: '%' } }, ['fraud']],
    [{ filter: { stage: 'production' } }, []],
    [{ mine: true }, ['ranking']],
    [{ mine: true, filter: { owners: ['group:default/forecasting'] } }, []],
    [
      { sort: { field: 'type', descending: true } },
      ['ranking', 'demand', 'fraud'],
    ],
  ])('narrows and orders by %j', async (request, expected) => {
    const { refs } = await createList();
    expect(await refs(request)).toEqual(expected);
  });

  it('filters by the stage of an assignment in force', async () => {
    const { knex, refs } = await createList();
    const subject = await seedVersions(knex, {
      model: 'demand',
      versions: [sourceVersion('1')],
    });
    await seedAssignment(knex, {
      id: '01J00000000000000000000001',
      subject,
      label: '1',
    });
    expect(await refs({ filter: { stage: 'production' } })).toEqual(['demand']);
  });

  it('fills pages up for callers who see little, and tells them no total', async () => {
    const all = Array.from({ length: 40 }, (_, index) =>
      modelEntity(`m${String(index).padStart(2, '0')}`),
    );
    const visible = all.filter((_, index) => index % 10 === 3);
    const { list } = await createList({ all, visible });
    const first = await list({ limit: 3 });
    expect(first.total).toBeUndefined();
    expect(first.items.map(item => item.title)).toEqual(['m03', 'm13', 'm23']);
    const second = await list({ limit: 3, cursor: first.nextCursor });
    expect(second.items.map(item => item.title)).toEqual(['m33']);
    expect(second.nextCursor).toBeUndefined();
  });

  it('shows nothing to callers who may see nothing', async () => {
    const { list } = await createList({ decision: AuthorizeResult.DENY });
    expect(await list()).toEqual({ items: [] });
  });

  it('refuses a cursor of another list, and what is no cursor', async () => {
    const { list } = await createList();
    const { nextCursor } = await list({ limit: 1 });
    expect(nextCursor).toBeDefined();
    await expect(
      list({ filter: { type: 'ranker' }, cursor: nextCursor }),
    ).rejects.toThrow(/belongs to another list/);
    await expect(list({ cursor: 'bm9wZQ' })).rejects.toThrow(
      /was not given by this list/,
    );
  });

  it('follows the catalog and leaves unchanged entries alone', async () => {
    const { index, knex, refreshWith } = await createList();
    await refreshWith(entities).run();
    let writes = 0;
    knex.on('query', ({ sql }: { sql: string }) => {
      writes += /^(insert|update|delete)/i.test(sql) ? 1 : 0;
    });
    await refreshWith(entities).run();
    expect(writes).toBe(0);
    await refreshWith(entities.slice(1)).run();
    expect([...(await index.readEtags()).keys()].sort()).toEqual([
      'model:default/demand',
      'model:default/ranking',
    ]);
  });

  it('looks again at once when there are more models, else once a minute', async () => {
    const { index } = await createList();
    const catalog = catalogServiceMock({ entities });
    const refresh = new ModelIndexRefresh({
      auth: mockServices.auth(),
      catalog,
      index,
      riskTiers: tiers,
    });
    const { signal } = new AbortController();
    const run = jest.spyOn(refresh, 'run');
    await refresh.runIfDue({ signal, now: 0 });
    expect((await index.readEtags()).size).toBe(entities.length);
    await refresh.runIfDue({ signal, now: 59_999 });
    expect(run).toHaveBeenCalledTimes(1);
    await refresh.runIfDue({ signal, now: 60_000 });
    expect(run).toHaveBeenCalledTimes(2);

    jest.spyOn(catalog, 'queryEntities').mockResolvedValue({
      items: [],
      pageInfo: {},
      totalItems: entities.length + 1,
    });
    await refresh.runIfDue({ signal, now: 60_001 });
    expect(run).toHaveBeenCalledTimes(3);
  });

  it('looks again and again for a while after a decision', async () => {
    const { index } = await createList();
    const renamed = entities.map(entity => ({
      ...entity,
      metadata: { ...entity.metadata, title: 'Another title' },
    }));
    const refresh = new ModelIndexRefresh({
      auth: mockServices.auth(),
      catalog: catalogServiceMock({ entities: renamed }),
      index,
      riskTiers: tiers,
    });
    const { signal } = new AbortController();
    const run = jest.spyOn(refresh, 'run');
    const before = await index.readEtags();

    await refresh.runIfFollowing({ signal, now: 1_000 });
    expect(run).not.toHaveBeenCalled();

    refresh.follow({ now: 1_000 });
    await refresh.runIfFollowing({ signal, now: 120_999 });
    expect(run).toHaveBeenCalledTimes(1);
    expect(await index.readEtags()).not.toEqual(before);

    await refresh.runIfFollowing({ signal, now: 121_000 });
    expect(run).toHaveBeenCalledTimes(1);
  });

  it('has no models of its own for a service', async () => {
    const { service } = await createList();
    await expect(
      service.listModels(
        {
          filter: {},
          mine: true,
          sort: { field: 'title', descending: false },
          limit: 25,
        },
        { credentials: mockCredentials.service() },
      ),
    ).rejects.toThrow(/not a user/);
  });
});
