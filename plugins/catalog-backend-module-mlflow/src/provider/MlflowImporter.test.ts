import { mockServices, TestDatabases } from '@backstage/backend-test-utils';
import { Entity, stringifyEntityRef } from '@backstage/catalog-model';
import { JsonObject } from '@backstage/types';
import { EntityProviderMutation } from '@backstage/plugin-catalog-node';
import { catalogServiceMock } from '@backstage/plugin-catalog-node/testUtils';
import { MlflowClient } from '@understudy/mlflow-client';
import { MlflowTestServer } from '@understudy/mlflow-client/testUtils';
import { applyMigrations } from '../state/applyMigrations';
import { ImportStateStore } from '../state/ImportStateStore';
import { importConfig } from '../testUtils/importConfig';
import { MlflowImporter } from './MlflowImporter';

const DAY_MS = 24 * 60 * 60_000;
const databases = TestDatabases.create({ ids: ['SQLITE_3'] });

describe('MlflowImporter', () => {
  let mlflow: MlflowTestServer;
  let state: ImportStateStore;
  let now: number;
  let catalogEntities: Entity[];
  let mutations: EntityProviderMutation[];

  beforeEach(async () => {
    mlflow = await MlflowTestServer.start();
    const knex = await databases.init('SQLITE_3');
    await applyMigrations(mockServices.database({ knex, migrations: {} }));
    now = Date.parse('2026-06-15T12:00:00.000Z');
    state = ImportStateStore.create({ knex, now: () => new Date(now) });
    catalogEntities = [];
    mutations = [];
    mlflow.models = ['a', 'b', 'c', 'd', 'e'].map(name => ({ name }));
  });

  afterEach(async () => {
    await mlflow.stop();
  });

  const connection = {
    applyMutation: async (mutation: EntityProviderMutation) => {
      mutations.push(mutation);
    },
    refresh: async () => {},
  };

  function importerOf(provider: JsonObject = {}) {
    const config = importConfig(provider, mlflow.url);
    return MlflowImporter.create({
      config,
      auth: mockServices.auth(),
      catalog: catalogServiceMock({ entities: catalogEntities }),
      logger: mockServices.logger.mock(),
      state,
      client: MlflowClient.create(config.server, { attempts: 1 }),
      now: () => new Date(now),
    });
  }

  async function run(provider: JsonObject = {}) {
    now += 1000;
    await importerOf(provider).run({ connection });
  }

  function lastRefs() {
    const mutation = mutations.at(-1);
    if (mutation?.type !== 'full') {
      throw new Error('There was no full mutation');
    }
    expect(mutation.entities.every(e => e.locationKey === undefined)).toBe(
      true,
    );
    return mutation.entities.map(({ entity }) => stringifyEntityRef(entity));
  }

  it('gives all models to the catalog, without a location key', async () => {
    await run();
    expect(lastRefs()).toEqual(
      ['a', 'b', 'c', 'd', 'e'].map(name => `model:default/${name}`),
    );
    await expect(state.read('eu')).resolves.toMatchObject({
      lastSuccessAt: expect.any(String),
      counts: { records: 5, imported: 5 },
    });
  });

  it('changes nothing in the catalog while the server does not change', async () => {
    await run();
    await run();
    await run();
    expect(mutations).toHaveLength(1);
  });

  it('gives everything again after a day, in case somebody removed it', async () => {
    await run();
    now += DAY_MS;
    await run();
    expect(mutations).toHaveLength(2);
  });

  it('takes up what is new and what has changed', async () => {
    await run();
    mlflow.models.push({ name: 'f' });
    await run();
    expect(lastRefs()).toContain('model:default/f');
    mlflow.models[0].tags = [{ key: 'type', value: 'ranker' }];
    await run();
    expect(mutations).toHaveLength(3);
  });

  it('stops emitting a Model that a team takes over, and resumes', async () => {
    await run();
    catalogEntities.push({
      apiVersion: 'understudy.dev/v1alpha1',
      kind: 'Model',
      metadata: { namespace: 'default', name: 'a' },
    });
    await run();
    expect(lastRefs()).not.toContain('model:default/a');
    catalogEntities.pop();
    await run();
    expect(lastRefs()).toContain('model:default/a');
  });

  describe('a read that does not reach its end', () => {
    it.each<[string, () => void, string]>([
      [
        'the server is down',
        () => {
          mlflow.fault = (_request, response) => {
            response.writeHead(502).end();
            return true;
          };
        },
        'the server answered 502',
      ],
      [
        'the second page breaks off',
        () => {
          let pages = 0;
          mlflow.fault = (_request, response) => {
            pages += 1;
            response.end(
              pages === 1
                ? '{"registered_models": [{"name": "a"}], "next_page_token": "t"}'
                : '{"registered_models": [{"na',
            );
            return true;
          };
        },
        'expected JSON',
      ],
      [
        'the credentials are refused',
        () => {
          mlflow.fault = (_request, response) => {
            response.writeHead(401).end();
            return true;
          };
        },
        'was refused with 401',
      ],
    ])('changes nothing: %s', async (_, breakIt, problem) => {
      await run();
      const before = await state.read('eu');
      const records = await state.readRecords('eu');
      breakIt();
      await run();

      expect(mutations).toHaveLength(1);
      await expect(state.readRecords('eu')).resolves.toEqual(records);
      const after = await state.read('eu');
      expect(after.lastError).toContain(problem);
      expect(after.lastSuccessAt).toBe(before.lastSuccessAt);

      mlflow.fault = undefined;
      await run();
      expect((await state.read('eu')).lastError).toBeUndefined();
    });

    it('changes nothing when it is stopped', async () => {
      const controller = new AbortController();
      mlflow.fault = () => {
        controller.abort();
        return true;
      };
      await importerOf().run({ connection, signal: controller.signal });
      expect(mutations).toEqual([]);
      expect((await state.read('eu')).lastError).toContain('was stopped');
    });

    it('changes nothing when the catalog does not take it', async () => {
      await importerOf().run({
        connection: {
          ...connection,
          applyMutation: async () => {
            throw new Error('database is gone');
          },
        },
      });
      expect((await state.read('eu')).lastError).toContain('database is gone');
      await expect(state.readRecords('eu')).resolves.toEqual([]);
      await run();
      expect(mutations).toHaveLength(1);
    });
  });

  describe('a large loss', () => {
    beforeEach(async () => {
      await run();
      mlflow.models = mlflow.models.slice(2);
    });

    it('is held, with what would go', async () => {
      await run();
      expect(mutations).toHaveLength(1);
      const { held, counts } = await state.read('eu');
      expect(held).toMatchObject({
        before: 5,
        after: 3,
        removed: ['model:default/a', 'model:default/b'],
      });
      expect(counts?.records).toBe(5);
      await expect(state.readRecords('eu')).resolves.toHaveLength(5);
    });

    it('goes through when it is released: the Models are marked', async () => {
      await run();
      const { held } = await state.read('eu');
      await state.release('eu', held!.fingerprint);
      await run();

      expect(lastRefs()).toHaveLength(5);
      await expect(state.read('eu')).resolves.toMatchObject({
        counts: { records: 3, imported: 5, gone: 2 },
      });
      expect((await state.read('eu')).held).toBeUndefined();
    });

    it('is held anew when it has become another one', async () => {
      await run();
      await state.release('eu', (await state.read('eu')).held!.fingerprint);
      mlflow.models = mlflow.models.slice(1);
      await run();
      expect((await state.read('eu')).held).toMatchObject({ after: 2 });
      expect(mutations).toHaveLength(1);
    });

    it('is forgotten when the records are back', async () => {
      await run();
      mlflow.models = ['a', 'b', 'c', 'd', 'e'].map(name => ({ name }));
      await run();
      expect((await state.read('eu')).held).toBeUndefined();
      expect(mutations).toHaveLength(1);
    });
  });

  it('writes nothing for a preview', async () => {
    const preview = await importerOf().preview({});
    expect(preview.plan.models).toHaveLength(5);
    expect(mutations).toEqual([]);
    await expect(state.read('eu')).resolves.toEqual({});
  });
});
