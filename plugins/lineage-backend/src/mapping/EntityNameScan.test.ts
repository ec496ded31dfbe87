import { mockServices } from '@backstage/backend-test-utils';
import { Entity } from '@backstage/catalog-model';
import { catalogServiceMock } from '@backstage/plugin-catalog-node/testUtils';
import { LineageEntityName } from '@understudy/plugin-lineage-node';
import { testRules } from '../__testUtils__/ingest';
import { databases, migratedDatabase } from '../__testUtils__/migratedDatabase';
import { applyNameRules } from '../nodes/refold/applyNameRules';
import { EntityNameStore } from '../nodes/EntityNameStore';
import { CatalogNameSource } from './CatalogNameSource';
import { EntityNameScan } from './EntityNameScan';
import { ScanDigest } from './ScanDigest';

jest.setTimeout(60_000);

const { signal } = new AbortController();

function nameOf(entity: string, name: string): LineageEntityName {
  return {
    entityRef: `dataset:default/${entity}`,
    kind: 'dataset',
    namespace: 'ns',
    name,
  };
}

describe.each(databases.eachSupportedId())('EntityNameScan on %s', id => {
  async function start() {
    const knex = await migratedDatabase(id);
    await applyNameRules(knex, testRules);
    const store = new EntityNameStore({ knex, rules: testRules });
    const replaceAll = jest.spyOn(store, 'replaceAll');
    const logger = mockServices.logger.mock();
    const given = { names: [] as LineageEntityName[], fails: false };
    const createScan = () =>
      new EntityNameScan({
        digest: new ScanDigest({ knex, of: 'names' }),
        logger,
        store,
        sources: [
          {
            getSourceName: () => 'inventory',
            readNames: async () => {
              if (given.fails) {
                throw new Error('The inventory is down');
              }
              return given.names;
            },
          },
        ],
      });
    const stored = async () =>
      (
        await knex('entity_name').select('entity_ref', 'name').orderBy('name')
      ).map(row => `${row.entity_ref} ${row.name}`);
    return { createScan, given, knex, logger, replaceAll, store, stored };
  }

  it('writes what has changed and nothing else', async () => {
    const { createScan, given, replaceAll, stored } = await start();
    const scan = createScan();
    given.names = [nameOf('a', 'x'), nameOf('b', 'y')];
    await scan.run({ signal });
    expect(await stored()).toEqual([
      'dataset:default/a x',
      'dataset:default/b y',
    ]);
    given.names = [nameOf('b', 'y'), nameOf('A', 'x')];
    await scan.run({ signal });
    await createScan().run({ signal });
    expect(replaceAll).toHaveBeenCalledTimes(1);
    given.names = [nameOf('a', 'z')];
    await scan.run({ signal });
    expect(await stored()).toEqual(['dataset:default/a z']);
    expect(replaceAll).toHaveBeenCalledTimes(2);
  });

  it('knows what another replica has written since', async () => {
    const { createScan, given, stored } = await start();
    const [one, other] = [createScan(), createScan()];
    given.names = [nameOf('a', 'x')];
    await one.run({ signal });
    given.names = [nameOf('a', 'y')];
    await other.run({ signal });
    given.names = [nameOf('a', 'x')];
    await one.run({ signal });
    expect(await stored()).toEqual(['dataset:default/a x']);
  });

  it('leaves all as it was when a source cannot be read', async () => {
    const { createScan, given, stored } = await start();
    const scan = createScan();
    given.names = [nameOf('a', 'x')];
    await scan.run({ signal });
    given.fails = true;
    await expect(scan.run({ signal })).rejects.toThrow(
      "Names of entities cannot be read from 'inventory'",
    );
    given.fails = false;
    given.names = [{ ...nameOf('a', 'x'), entityRef: 'orders' }];
    await expect(scan.run({ signal })).rejects.toThrow(
      "'orders', given by 'inventory', is not an entity ref",
    );
    expect(await stored()).toEqual(['dataset:default/a x']);
  });

  it('writes again after it was stopped halfway', async () => {
    const { createScan, given, replaceAll, stored } = await start();
    const scan = createScan();
    given.names = [nameOf('a', 'x')];
    await scan.run({ signal });
    given.names = [nameOf('a', 'y')];
    replaceAll.mockRejectedValueOnce(new Error('Killed'));
    await expect(scan.run({ signal })).rejects.toThrow('Killed');
    given.names = [nameOf('a', 'x')];
    await scan.run({ signal });
    expect(replaceAll).toHaveBeenCalledTimes(3);
    expect(await stored()).toEqual(['dataset:default/a x']);
  });
});

describe('CatalogNameSource', () => {
  function datasetEntity(name: string, fields: Partial<Entity>): Entity {
    return {
      apiVersion: 'understudy.dev/v1alpha1',
      kind: 'Dataset',
      ...fields,
      metadata: { name, etag: '1', ...fields.metadata },
    };
  }

  it('reads the names that entities give themselves', async () => {
    const logger = mockServices.logger.mock();
    const source = new CatalogNameSource({
      auth: mockServices.auth(),
      logger,
      catalog: catalogServiceMock({
        entities: [
          datasetEntity('a', {
            spec: { physical: [{ namespace: 'ns', name: 'x' }] },
          }),
          datasetEntity('b', {
            metadata: {
              name: 'b',
              etag: '1',
              annotations: {
                'understudy.dev/openlineage-jobs': 'airflow/etl,odd',
              },
            },
          }),
          datasetEntity('c', {}),
        ],
      }),
    });
    const expected = [
      {
        entityRef: 'dataset:default/a',
        kind: 'dataset',
        namespace: 'ns',
        name: 'x',
      },
      {
        entityRef: 'dataset:default/b',
        kind: 'job',
        namespace: 'airflow',
        name: 'etl',
      },
    ];
    expect(await source.readNames({ signal })).toEqual(expected);
    expect(await source.readNames({ signal })).toEqual(expected);
    // Of an entity that has not changed, it is said once.
    expect(logger.warn).toHaveBeenCalledTimes(1);
    expect(logger.warn).toHaveBeenCalledWith(expect.stringContaining("'odd'"));
  });

  it('gives nothing when it is told to stop', async () => {
    const source = new CatalogNameSource({
      auth: mockServices.auth(),
      logger: mockServices.logger.mock(),
      catalog: catalogServiceMock({
        entities: [
          datasetEntity('a', {
            spec: { physical: [{ namespace: 'ns', name: 'x' }] },
          }),
        ],
      }),
    });
    await expect(
      source.readNames({ signal: AbortSignal.abort(new Error('Enough')) }),
    ).rejects.toThrow('Enough');
  });
});
