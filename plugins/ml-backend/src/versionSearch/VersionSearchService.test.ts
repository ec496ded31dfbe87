import { BackstageCredentials } from '@backstage/backend-plugin-api';
import { mockCredentials, mockServices } from '@backstage/backend-test-utils';
import { Entity } from '@backstage/catalog-model';
import { AuthorizeResult } from '@backstage/plugin-permission-common';
import { catalogServiceMock } from '@backstage/plugin-catalog-node/testUtils';
import { sourceVersion } from '../__testUtils__/FakeVersionSource';
import { databases, migratedDatabase } from '../__testUtils__/migratedDatabase';
import { indexEntry } from '../__testUtils__/indexEntry';
import { modelEntity } from '../__testUtils__/modelEntity';
import { seedVersions } from '../__testUtils__/seedVersions';
import { DatabaseModelIndex } from '../models/DatabaseModelIndex';
import { DatabaseVersionStore } from '../registry/DatabaseVersionStore';
import { DatabaseSubjectStore } from '../subjects/DatabaseSubjectStore';
import { VersionSearchFilter } from './VersionSearchFilter';
import { VersionSearchRequest } from './versionSearchRequests';
import { ExportedPage, VersionSearchService } from './VersionSearchService';
import { VersionSearchStore } from './VersionSearchStore';

jest.setTimeout(120_000);

const risk = 'group:default/risk';
const search = 'group:default/search';
const fraud = modelEntity('fraud', { owner: risk });
const ranking = modelEntity('ranking', { owner: search });

describe.each(databases.eachSupportedId())('VersionSearchService on %s', id => {
  /** A version of `fraud`, then nine of `ranking`, and again. */
  async function createSearch(options: {
    visible: Entity[];
    /** What the policy says; by conditions when left out. */
    decision?: AuthorizeResult.ALLOW | AuthorizeResult.DENY;
    exportLimit?: number;
    copies?: number;
  }) {
    const { visible, decision, exportLimit, copies = 3 } = options;
    const knex = await migratedDatabase(id);
    const numbers = Array.from({ length: copies * 10 }, (_, index) => index);
    const versionsOf = (isOfModel: (number: number) => boolean) =>
      numbers.filter(isOfModel).map(number => sourceVersion(`${number + 1}`));
    const fraudSubject = await seedVersions(knex, {
      model: 'fraud',
      versions: versionsOf(number => number % 10 === 0),
    });
    const rankingSubject = await seedVersions(knex, {
      model: 'ranking',
      versions: versionsOf(number => number % 10 !== 0),
    });
    await knex('subject')
      .whereIn('id', [fraudSubject.id, rankingSubject.id])
      .update({ last_owner: risk });
    const index = DatabaseModelIndex.create({ knex });
    const service = new VersionSearchService({
      auth: mockServices.auth(),
      catalog: catalogServiceMock({ entities: visible }),
      index,
      permissions: mockServices.permissions.mock({
        authorizeConditional: async () => [
          decision
            ? { result: decision }
            : {
                result: AuthorizeResult.CONDITIONAL,
                pluginId: 'catalog',
                resourceType: 'catalog-entity',
                conditions: {
                  rule: 'IS_ENTITY_OWNER',
                  resourceType: 'catalog-entity',
                  params: {},
                },
              },
        ],
      }),
      refresh: { ensureFilled: async () => {} },
      search: VersionSearchStore.create({ knex }),
      subjects: DatabaseSubjectStore.create({ knex }),
      versions: DatabaseVersionStore.create({
        knex,
        serverTitle: () => undefined,
      }),
      ...(exportLimit === undefined ? {} : { exportLimit }),
    });
    const find = (
      request: Omit<Partial<VersionSearchRequest>, 'filter'> & {
        filter?: Partial<VersionSearchFilter>;
      } = {},
      credentials: BackstageCredentials = mockCredentials.user(),
    ) =>
      service.find(
        { limit: 25, ...request, filter: { kind: 'model', ...request.filter } },
        { credentials },
      );
    const exported = async (signal = new AbortController().signal) => {
      const pages: ExportedPage[] = [];
      for await (const page of service.export(
        { kind: 'model' },
        { credentials: mockCredentials.user(), signal },
      )) {
        pages.push(page);
      }
      return pages;
    };
    return { exported, find, index, knex, service };
  }

  it('finds everything for those who may read everything', async () => {
    const { find } = await createSearch({
      visible: [fraud, ranking],
      decision: AuthorizeResult.ALLOW,
    });
    const page = await find({ limit: 10 });
    expect(page.total).toBe(30);
    expect(page.items.map(item => item.label)).toEqual([
      '30',
      '29',
      '28',
      '27',
      '26',
      '25',
      '24',
      '23',
      '22',
      '21',
    ]);
    expect(page.items.at(-1)).toMatchObject({
      model: 'model:default/fraud',
      owner: risk,
      contractVersions: [],
      metrics: [{ name: 'auc', value: 0.9 }],
    });
    expect(page.items[0]).not.toHaveProperty('params');
  });

  it('believes the index of models where everything may be read', async () => {
    const { find, index } = await createSearch({
      visible: [fraud],
      decision: AuthorizeResult.ALLOW,
    });
    const owners = [search];
    expect((await find()).items).toHaveLength(3);
    await index.put([
      indexEntry({ ref: 'model:default/ranking', owner: search }),
    ]);
    const found = await find({ filter: { owners }, limit: 2 });
    expect(found.items).toMatchObject([
      { model: 'model:default/ranking', owner: search },
      { model: 'model:default/ranking', owner: search },
    ]);
    expect((await find({ limit: 50 })).items).toHaveLength(30);
  });

  it('asks the catalog, not the index, where some may be read', async () => {
    const { find, index } = await createSearch({ visible: [fraud] });
    await index.put([
      indexEntry({ ref: 'model:default/ranking', owner: search }),
    ]);
    expect((await find({ filter: { owners: [search] } })).items).toEqual([]);
    expect((await find({ limit: 50 })).items).toHaveLength(3);
  });

  it('fills pages with what those who may read some may see, and counts nothing', async () => {
    const { find } = await createSearch({ visible: [fraud] });
    const first = await find({ limit: 2 });
    expect(first.items.map(item => item.label)).toEqual(['21', '11']);
    expect(first).not.toHaveProperty('total');
    const second = await find({ limit: 2, cursor: first.nextCursor });
    expect(second.items.map(item => item.label)).toEqual(['1']);
    expect(second).not.toHaveProperty('nextCursor');
    expect(
      (await find({ filter: { models: ['model:default/ranking'] } })).items,
    ).toEqual([]);
  });

  it('shows nothing to those who may read nothing', async () => {
    const { exported, find } = await createSearch({
      visible: [fraud, ranking],
      decision: AuthorizeResult.DENY,
    });
    expect(await find()).toEqual({ items: [] });
    expect(await exported()).toEqual([]);
  });

  it('lets a service read by its permission', async () => {
    const { find } = await createSearch({
      visible: [fraud, ranking],
      decision: AuthorizeResult.ALLOW,
    });
    const { items } = await find({}, mockCredentials.service());
    expect(items).toHaveLength(25);
  });

  it('goes by the owner that the catalog says', async () => {
    const { find } = await createSearch({ visible: [fraud, ranking] });
    const { items } = await find({ filter: { owners: [risk] } });
    expect(items.map(item => item.label)).toEqual(['21', '11', '1']);
  });

  it('leaves out what is no entity of ours', async () => {
    const foreign = { ...ranking, apiVersion: 'example.com/v1' };
    const { find } = await createSearch({ visible: [fraud, foreign] });
    const { items } = await find();
    expect(items.map(item => item.label)).toEqual(['21', '11', '1']);
  });

  it('refuses the cursor of another search and one that was made up', async () => {
    const { find } = await createSearch({ visible: [fraud, ranking] });
    const { nextCursor = '' } = await find({ limit: 2 });
    await expect(
      find({ cursor: nextCursor, filter: { alias: 'champion' } }),
    ).rejects.toThrow(/belongs to another list/);
    await expect(
      find({ cursor: nextCursor, filter: { kind: 'dataset' } }),
    ).rejects.toThrow(/belongs to another list/);
    const [mark] = JSON.parse(
      Buffer.from(nextCursor, 'base64url').toString('utf8'),
    );
    for (const place of [
      ['2026', '01J00000000000000000000001'],
      ['2026-01-01T00:00:00.000Z', "' OR 1=1"],
      ['2026-01-01T00:00:00.000Z', '\0'],
    ]) {
      const cursor = Buffer.from(JSON.stringify([mark, ...place])).toString(
        'base64url',
      );
      await expect(find({ cursor })).rejects.toThrow(
        /was not given by this list/,
      );
    }
  });

  it('exports what the caller may see, part by part', async () => {
    const { exported } = await createSearch({ visible: [fraud], copies: 60 });
    const pages = await exported();
    expect(pages).toHaveLength(2);
    expect(pages.flatMap(page => page.items)).toHaveLength(60);
    expect(pages.at(-1)).not.toHaveProperty('truncated');
  });

  it('says when an export does not hold all', async () => {
    const options = { visible: [fraud, ranking], copies: 1 };
    const sizes = async (exportLimit: number) => {
      const { exported } = await createSearch({ ...options, exportLimit });
      return (await exported()).map(({ items, truncated }) => ({
        size: items.length,
        truncated,
      }));
    };
    expect(await sizes(10)).toEqual([{ size: 10, truncated: undefined }]);
    expect(await sizes(9)).toEqual([{ size: 9, truncated: true }]);
  });

  it('reads no further once nobody listens', async () => {
    const { exported } = await createSearch({
      visible: [],
      copies: 60,
    });
    expect(await exported(AbortSignal.abort())).toEqual([{ items: [] }]);
    expect(await exported()).toEqual([{ items: [] }, { items: [] }]);
  });
});
