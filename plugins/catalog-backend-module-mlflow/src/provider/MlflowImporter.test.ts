import { mockServices, TestDatabases } from '@backstage/backend-test-utils';
import { Entity, stringifyEntityRef } from '@backstage/catalog-model';
import { ResponseError } from '@backstage/errors';
import { JsonObject } from '@backstage/types';
import { EntityProviderMutation } from '@backstage/plugin-catalog-node';
import { catalogServiceMock } from '@backstage/plugin-catalog-node/testUtils';
import { MlflowClient } from '@understudy/mlflow-client';
import { MlflowTestServer } from '@understudy/mlflow-client/testUtils';
import { KeptIntakeDecision } from '@understudy/plugin-ml-common';
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
  let listDecisions: jest.Mock<Promise<KeptIntakeDecision[]>, []>;
  let pauses: number;

  beforeEach(async () => {
    mlflow = await MlflowTestServer.start();
    const knex = await databases.init('SQLITE_3');
    await applyMigrations(mockServices.database({ knex, migrations: {} }));
    now = Date.parse('2026-06-15T12:00:00.000Z');
    state = ImportStateStore.create({ knex, now: () => new Date(now) });
    catalogEntities = [];
    mutations = [];
    listDecisions = jest.fn().mockResolvedValue([]);
    pauses = 0;
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
      decisions: { list: listDecisions },
      logger: mockServices.logger.mock(),
      sleep: async () => {
        pauses += 1;
      },
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

  describe('what was decided in the intake', () => {
    const ignoreA: KeptIntakeDecision = {
      record: { server: 'eu', name: 'a' },
      decision: { action: 'ignore', reason: 'Only a test' },
      decidedBy: 'user:default/somebody',
      decidedAt: '2026-06-14T09:00:00.000Z',
    };
    const starting = () =>
      ResponseError.fromResponse(new Response('{}', { status: 503 }));

    it('is followed, and no loss that has to be held', async () => {
      await run({ holdAbovePercent: 0 });
      listDecisions.mockResolvedValue([ignoreA]);
      await run({ holdAbovePercent: 0 });
      expect(lastRefs()).not.toContain('model:default/a');
      await expect(state.read('eu')).resolves.toMatchObject({
        counts: { records: 5, imported: 4, ignored: 1 },
      });

      listDecisions.mockResolvedValue([]);
      await run({ holdAbovePercent: 0 });
      expect(lastRefs()).toContain('model:default/a');
    });

    it('is waited for while the ml backend starts', async () => {
      listDecisions.mockRejectedValueOnce(await starting());
      listDecisions.mockResolvedValue([ignoreA]);
      await run();
      expect(pauses).toBe(1);
      expect(lastRefs()).not.toContain('model:default/a');
    });

    it('changes nothing when it cannot be read', async () => {
      listDecisions.mockResolvedValueOnce([ignoreA]);
      await run();
      listDecisions.mockRejectedValue(await starting());
      mlflow.models.push({ name: 'f' });
      await run();
      expect(mutations).toHaveLength(1);
      const { lastError } = await state.read('eu');
      expect(lastError).toContain(
        'What was decided in the intake cannot be read',
      );
      expect(lastError).toContain('catalog.providers.mlflow.eu.intake');
      expect(lastError).toContain('503');
    });

    it('lets nobody wait who asks for a preview', async () => {
      listDecisions.mockRejectedValue(await starting());
      await expect(importerOf().prepare({})).rejects.toMatchObject({
        name: 'ServiceUnavailableError',
      });
      expect(pauses).toBe(0);
    });

    it('is not asked for where there is no ml backend', async () => {
      listDecisions.mockRejectedValue(await starting());
      await run({ intake: false });
      expect(lastRefs()).toHaveLength(5);
      expect(listDecisions).not.toHaveBeenCalled();
    });

    it('is looked for once more when it changed meanwhile', async () => {
      listDecisions.mockImplementationOnce(async () => {
        await state.request('eu');
        return [];
      });
      listDecisions.mockResolvedValue([ignoreA]);
      await run();
      expect(listDecisions).toHaveBeenCalledTimes(2);
      expect(lastRefs()).not.toContain('model:default/a');
      await expect(state.isRequested('eu')).resolves.toBe(false);
    });

    it('is looked for once when it was asked for before', async () => {
      await state.request('eu');
      await run();
      expect(listDecisions).toHaveBeenCalledTimes(1);
    });

    it('is left for the next import when this one is stopped', async () => {
      const controller = new AbortController();
      listDecisions.mockImplementation(async () => {
        await state.request('eu');
        controller.abort();
        return [];
      });
      await importerOf().run({ connection, signal: controller.signal });
      expect(listDecisions).toHaveBeenCalledTimes(1);
      await expect(state.isRequested('eu')).resolves.toBe(true);
    });
  });

  it('writes nothing for a preview', async () => {
    const prepared = await importerOf().prepare({});
    expect(prepared.plan.models).toHaveLength(5);
    expect(mutations).toEqual([]);
    await expect(state.read('eu')).resolves.toEqual({});
  });
});
