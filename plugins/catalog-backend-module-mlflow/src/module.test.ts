import {
  mockCredentials,
  mockServices,
  startTestBackend,
  TestDatabases,
} from '@backstage/backend-test-utils';
import {
  createBackendModule,
  createServiceFactory,
} from '@backstage/backend-plugin-api';
import { Entity } from '@backstage/catalog-model';
import catalogPlugin from '@backstage/plugin-catalog-backend';
import {
  catalogProcessingExtensionPoint,
  EntityProviderConnection,
} from '@backstage/plugin-catalog-node';
import { AuthorizeResult } from '@backstage/plugin-permission-common';
import { eventsServiceRef } from '@backstage/plugin-events-node';
import catalogModuleMl from '@understudy/plugin-catalog-backend-module-ml';
import { MlflowTestServer } from '@understudy/mlflow-client/testUtils';
import {
  IntakeDecision,
  KeptIntakeDecision,
} from '@understudy/plugin-ml-common';
import {
  ML_INTAKE_TOPIC,
  mlIntakeDecisionsServiceRef,
} from '@understudy/plugin-ml-node';
import request from 'supertest';
import { catalogModuleMlflow } from './module';

jest.setTimeout(60_000);

const databases = TestDatabases.create({ ids: ['SQLITE_3'] });

const teamLocation = {
  'backstage.io/managed-by-location': 'url:https://example.com/team.yaml',
  'backstage.io/managed-by-origin-location':
    'url:https://example.com/team.yaml',
};

/** Stands for the file of a team: it emits with a location key. */
function teamFile() {
  let connection: EntityProviderConnection;
  const module = createBackendModule({
    pluginId: 'catalog',
    moduleId: 'team-file',
    register(reg) {
      reg.registerInit({
        deps: { processing: catalogProcessingExtensionPoint },
        async init({ processing }) {
          processing.addEntityProvider({
            getProviderName: () => 'team-file',
            connect: async given => {
              connection = given;
            },
          });
        },
      });
    },
  });
  return {
    module,
    write: (entities: Entity[]) =>
      connection.applyMutation({
        type: 'full',
        entities: entities.map(entity => ({
          entity,
          locationKey: 'url:https://example.com/team.yaml',
        })),
      }),
  };
}

function teamModel(name: string, registries?: object[]): Entity {
  return {
    apiVersion: 'understudy.dev/v1alpha1',
    kind: 'Model',
    metadata: { name, annotations: teamLocation },
    spec: {
      type: 'classifier',
      lifecycle: 'production',
      ...(registries && { registries }),
    },
  };
}

function decisionOf(
  name: string,
  decision: IntakeDecision,
): KeptIntakeDecision {
  return {
    record: { server: 'eu', name },
    decision,
    decidedBy: 'user:default/somebody',
    decidedAt: '2026-06-14T09:00:00.000Z',
  };
}

describe('catalogModuleMlflow', () => {
  let mlflow: MlflowTestServer;
  let backend: Awaited<ReturnType<typeof startTestBackend>>;
  let file: ReturnType<typeof teamFile>;
  let allowed: boolean;
  let decisions: KeptIntakeDecision[];
  let events: ReturnType<typeof mockServices.events>;

  beforeEach(async () => {
    allowed = true;
    decisions = [];
    events = mockServices.events();
    mlflow = await MlflowTestServer.start();
    mlflow.models = [
      { name: 'Fraud Score', tags: [{ key: 'owner', value: 'payments' }] },
      { name: 'demand_store_1' },
      { name: 'demand_store_2' },
      { name: 'ranker' },
      {
        name: 'answer',
        tags: [{ key: 'mlflow.prompt.is_prompt', value: 'true' }],
      },
    ];
    file = teamFile();
    const knex = await databases.init('SQLITE_3');
    backend = await startTestBackend({
      features: [
        catalogPlugin,
        catalogModuleMl,
        catalogModuleMlflow,
        file.module,
        createServiceFactory({
          service: mlIntakeDecisionsServiceRef,
          deps: {},
          factory: () => ({ list: async () => decisions }),
        }),
        createServiceFactory({
          service: eventsServiceRef,
          deps: {},
          factory: () => events,
        }),
        mockServices.database.factory({ knex }),
        mockServices.permissions.mock({
          authorize: async () => [
            { result: allowed ? AuthorizeResult.ALLOW : AuthorizeResult.DENY },
          ],
          authorizeConditional: async requests =>
            requests.map(() => ({ result: AuthorizeResult.ALLOW })),
        }).factory,
        mockServices.rootConfig.factory({
          data: {
            ml: {
              registries: {
                eu: {
                  type: 'mlflow',
                  title: 'MLflow Europe',
                  baseUrl: mlflow.url,
                  requestsPerSecond: 1000,
                },
              },
            },
            catalog: {
              processingInterval: { seconds: 1 },
              stitchingStrategy: { mode: 'immediate' },
              providers: {
                mlflow: {
                  eu: {
                    bindings: [
                      {
                        pattern: '(?<model>.+)_store_(?<store>\\d+)',
                        variant: 'store={store}',
                      },
                    ],
                  },
                },
              },
            },
          },
        }),
      ],
    });
  });

  afterEach(async () => {
    await backend.stop();
    await mlflow.stop();
  });

  async function models(): Promise<Map<string, Entity>> {
    const { body } = await request(backend.server)
      .get('/api/catalog/entities/by-query?filter=kind=model')
      .expect(200);
    return new Map(
      body.items.map((entity: Entity) => [
        entity.metadata.title ?? entity.metadata.name,
        entity,
      ]),
    );
  }

  async function sync(): Promise<void> {
    await request(backend.server)
      .post('/api/catalog/mlflow/providers/eu/sync')
      .expect(202);
  }

  /** Imports again and again: the catalog takes its time to process. */
  async function eventually(
    check: () => Promise<void>,
    prepare: () => Promise<void> = sync,
  ): Promise<void> {
    for (let attempt = 0; ; attempt++) {
      try {
        await prepare();
        await check();
        return;
      } catch (error) {
        if (attempt === 100) {
          throw error;
        }
        await new Promise(resolve => setTimeout(resolve, 100));
      }
    }
  }

  const importStatus = async () => {
    const { body } = await request(backend.server)
      .get('/api/catalog/mlflow/providers')
      .expect(200);
    return body.items[0];
  };

  it('imports models and prompts, folded, owned and valid', async () => {
    await file.write([
      {
        apiVersion: 'backstage.io/v1alpha1',
        kind: 'Group',
        metadata: { name: 'payments', annotations: teamLocation },
        spec: { type: 'team', children: [] },
      },
    ]);
    await eventually(async () => {
      const found = await models();
      expect([...found.keys()].sort()).toEqual([
        'Fraud Score',
        'answer',
        'demand',
        'ranker',
      ]);
      expect(found.get('Fraud Score')?.relations).toEqual([
        { type: 'ownedBy', targetRef: 'group:default/payments' },
      ]);
    });
    const found = await models();
    expect(found.get('answer')?.spec?.type).toBe('prompt');
    expect(found.get('demand')?.spec?.registries).toHaveLength(2);
    expect(found.get('ranker')?.metadata.annotations).toMatchObject({
      'understudy.dev/registry-server': 'eu',
      'understudy.dev/registry-name': 'ranker',
    });
    expect(await importStatus()).toMatchObject({
      id: 'eu',
      title: 'MLflow Europe',
      lastSuccessAt: expect.any(String),
      counts: { records: 5, prompts: 1, imported: 4, bound: 0 },
    });
  });

  it('gives way to a file of a team, and takes over when that goes', async () => {
    await eventually(async () => expect((await models()).size).toBe(4));

    await file.write([
      teamModel('ranker'),
      teamModel('fraud', [{ server: 'eu', name: 'Fraud Score' }]),
    ]);
    await eventually(async () => {
      const found = await models();
      expect([...found.keys()].sort()).toEqual([
        'answer',
        'demand',
        'fraud',
        'ranker',
      ]);
      expect(found.get('ranker')?.spec?.type).toBe('classifier');
      expect((await importStatus()).counts).toMatchObject({
        imported: 2,
        bound: 2,
      });
    });

    await file.write([]);
    await eventually(async () => {
      const found = await models();
      expect([...found.keys()].sort()).toEqual([
        'Fraud Score',
        'answer',
        'demand',
        'ranker',
      ]);
      expect(found.get('ranker')?.spec?.type).toBe('unknown');
    });
  });

  it('says that a server is down and keeps what it gave', async () => {
    await eventually(async () => expect((await models()).size).toBe(4));
    mlflow.fault = (_request, response) => {
      response.writeHead(401).end('no entry');
      return true;
    };
    await eventually(async () =>
      expect((await importStatus()).lastError).toContain(
        'was refused with 401 no entry',
      ),
    );
    expect((await models()).size).toBe(4);
  });

  it('holds a large loss until it is released', async () => {
    await eventually(async () => expect((await models()).size).toBe(4));
    await request(backend.server)
      .post('/api/catalog/mlflow/providers/eu/release')
      .expect(409);

    mlflow.models = mlflow.models.slice(3);
    await eventually(async () =>
      expect((await importStatus()).held).toMatchObject({
        before: 5,
        after: 2,
      }),
    );
    expect((await importStatus()).held.removed).toContain(
      'model:default/demand',
    );
    await request(backend.server)
      .post('/api/catalog/mlflow/providers/eu/release')
      .expect(202);
    await eventually(async () => {
      const demand = (await models()).get('demand');
      expect(demand?.metadata.annotations).toHaveProperty([
        'understudy.dev/registry-gone-since',
      ]);
    });
    expect((await importStatus()).held).toBeUndefined();
  });

  it('follows what is decided in the intake as soon as it is told', async () => {
    await file.write([teamModel('fraud')]);
    await eventually(async () => expect((await models()).size).toBe(5));

    decisions = [
      decisionOf('ranker', { action: 'ignore', reason: 'Only a test' }),
      decisionOf('Fraud Score', {
        action: 'bind',
        model: 'model:default/fraud',
      }),
    ];
    await events.publish({
      topic: ML_INTAKE_TOPIC,
      eventPayload: { eventId: '1', servers: ['us', 'eu'] },
    });
    await eventually(
      async () =>
        expect([...(await models()).keys()].sort()).toEqual([
          'answer',
          'demand',
          'fraud',
        ]),
      async () => {},
    );

    const { body } = await request(backend.server)
      .post('/api/catalog/mlflow/providers/eu/preview')
      .expect(200);
    expect(body).toMatchObject({
      bound: [
        { record: 'Fraud Score', ref: 'model:default/fraud', by: 'decision' },
      ],
      ignored: [],
      ignoredInIntake: [{ record: 'ranker', reason: 'Only a test' }],
    });
  });

  it('previews without writing', async () => {
    mlflow.models.push({ name: 'RANKER' });
    const { body } = await request(backend.server)
      .post('/api/catalog/mlflow/providers/eu/preview')
      .expect(200);
    expect(body).toMatchObject({
      collisions: [
        {
          ref: 'model:default/ranker',
          records: expect.arrayContaining(['RANKER', 'ranker']),
        },
      ],
      folded: [{ ref: 'model:default/demand', variants: 2 }],
      ignored: [],
      truncated: false,
    });
    expect(body.models).toContainEqual({
      ref: 'model:default/answer',
      record: 'answer',
      change: expect.stringMatching('create|keep'),
      ownerReason: 'There is no tag "owner"',
    });
  });

  it('says in a preview that the server cannot be read', async () => {
    mlflow.fault = (_request, response) => {
      response.writeHead(401).end();
      return true;
    };
    const { body } = await request(backend.server)
      .post('/api/catalog/mlflow/providers/eu/preview')
      .expect(503);
    expect(body.error.message).toContain('"eu" cannot be read');
  });

  it('checks who asks', async () => {
    allowed = false;
    for (const action of ['preview', 'sync', 'release']) {
      await request(backend.server)
        .post(`/api/catalog/mlflow/providers/eu/${action}`)
        .expect(403);
    }
    await request(backend.server)
      .get('/api/catalog/mlflow/providers')
      .set('authorization', mockCredentials.none.header())
      .expect(401);
    expect(await importStatus()).toMatchObject({ id: 'eu' });
  });

  it('knows which servers there are', async () => {
    const { body } = await request(backend.server)
      .post('/api/catalog/mlflow/providers/us/sync')
      .expect(404);
    expect(body.error.message).toContain('"us"');
    await sync();
  });
});
