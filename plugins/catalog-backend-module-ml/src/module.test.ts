import { Entity, EntityRelation } from '@backstage/catalog-model';
import { mockServices, startTestBackend } from '@backstage/backend-test-utils';
import catalogPlugin from '@backstage/plugin-catalog-backend';
import { readFindings } from '@understudy/plugin-ml-common';
import { resolve } from 'node:path';
import request from 'supertest';
import { catalogModuleMl } from './module';

const fixtures = resolve(__dirname, '__fixtures__');

type TestServer = Awaited<ReturnType<typeof startTestBackend>>['server'];

async function getEntities(server: TestServer): Promise<Entity[]> {
  const { body } = await request(server)
    .get('/api/catalog/entities')
    .expect(200);
  return body;
}

async function waitFor<T>(read: () => Promise<T | undefined>): Promise<T> {
  for (let attempt = 0; attempt < 200; attempt++) {
    const result = await read();
    if (result !== undefined) {
      return result;
    }
    await new Promise(done => setTimeout(done, 100));
  }
  throw new Error('The catalog never came to hold what was waited for');
}

jest.setTimeout(30_000);

describe('catalogModuleMl', () => {
  let server: TestServer;

  beforeAll(async () => {
    ({ server } = await startTestBackend({
      features: [
        catalogPlugin,
        catalogModuleMl,
        mockServices.rootConfig.factory({
          data: {
            catalog: {
              rules: [
                {
                  allow: [
                    'Model',
                    'Dataset',
                    'FeatureView',
                    'Feature',
                    'Component',
                    'API',
                    // One of the invalid files has this kind. Without it the
                    // catalog would refuse the whole location.
                    'Modle',
                  ],
                },
              ],
              locations: [{ type: 'file', target: `${fixtures}/*/*.yaml` }],
            },
            ml: { registries: { 'mlflow-eu': {} } },
          },
        }),
      ],
    }));
  });

  function getEntity(ref: string): Promise<Entity> {
    const [kind, namespace, name] = ref.split(/[:/]/);
    return waitFor(async () => {
      const { status, body } = await request(server).get(
        `/api/catalog/entities/by-name/${kind}/${namespace}/${name}`,
      );
      return status === 200 && body.relations.length > 0 ? body : undefined;
    });
  }

  function targets(entity: Entity, type: string) {
    return (entity.relations ?? [])
      .filter((relation: EntityRelation) => relation.type === type)
      .map(relation => relation.targetRef)
      .sort();
  }

  it('reads all relations of a Model', async () => {
    const model = await getEntity('model:payments/fraud-score');
    expect([...new Set(model.relations?.map(r => r.type))].sort()).toEqual([
      'basedOn',
      'consumesFeature',
      'evaluatedOn',
      'ownedBy',
      'partOf',
      'produces',
      'servedBy',
      'stewardedBy',
      'trainedOn',
    ]);
    expect(targets(model, 'ownedBy')).toEqual(['group:default/payments-fraud']);
    expect(targets(model, 'partOf')).toEqual(['system:default/card-payments']);
    expect(targets(model, 'stewardedBy')).toEqual([
      'group:default/data-platform',
      'group:default/payments-fraud',
    ]);
    expect(targets(model, 'trainedOn')).toEqual([
      'dataset:default/card-transactions',
    ]);
    expect(targets(model, 'basedOn')).toEqual(['model:default/text-base']);
    expect(targets(model, 'produces')).toEqual([
      'dataset:default/fraud-scores',
      'dataset:default/nightly-scores',
    ]);
    expect(targets(model, 'servedBy')).toEqual([
      'api:default/fraud-score-api',
      'component:default/fraud-scoring',
    ]);
  });

  it.each([
    ['component:default/fraud-scoring', 'serves'],
    ['api:default/fraud-score-api', 'serves'],
    ['model:default/text-base', 'baseOf'],
    ['dataset:default/card-transactions', 'trainingDataFor'],
    ['featureview:default/card-activity', 'featureConsumedBy'],
  ])('shows %s the relation back, %s', async (ref, type) => {
    const entity = await getEntity(ref);
    expect(targets(entity, type)).toEqual(['model:payments/fraud-score']);
  });

  it('reads the relations of a FeatureView both ways', async () => {
    const view = await getEntity('featureview:default/card-activity');
    expect(targets(view, 'ownedBy')).toEqual([
      'group:default/feature-platform',
    ]);
    expect(targets(view, 'partOf')).toEqual(['system:default/card-payments']);
    expect(targets(view, 'derivedFrom')).toEqual([
      'dataset:default/card-transactions',
    ]);
    await waitFor(async () => {
      const { body } = await request(server).get(
        '/api/catalog/entities/by-name/featureview/default/card-activity',
      );
      return targets(body, 'sourceOf').length > 0 || undefined;
    });
  });

  it('reads the relations of a Dataset both ways', async () => {
    const dataset = await getEntity('dataset:default/card-transactions');
    expect(targets(dataset, 'derivedFrom')).toEqual([
      'dataset:default/card-events',
    ]);
    expect(targets(dataset, 'producedBy')).toEqual([
      'component:default/payments-ingest',
      'model:default/text-base',
    ]);
    expect(targets(dataset, 'sourceOf')).toEqual([
      'featureview:default/card-activity',
    ]);
    expect(
      targets(await getEntity('component:default/payments-ingest'), 'produces'),
    ).toEqual(['dataset:default/card-transactions']);
    expect(
      targets(await getEntity('dataset:default/card-events'), 'sourceOf'),
    ).toEqual(['dataset:default/card-transactions']);
  });

  it('shows the fields of a view as features', async () => {
    const features = await waitFor(async () => {
      const found = (await getEntities(server)).filter(
        e => e.kind === 'Feature',
      );
      return found.length >= 3 && found.every(e => e.relations?.length)
        ? found
        : undefined;
    });
    const byTitle = new Map(features.map(f => [f.metadata.title, f]));
    expect([...byTitle.keys()].sort()).toEqual([
      'Betrag (EUR)',
      'tx_count',
      'tx_count_1h',
    ]);
    const count = byTitle.get('tx_count_1h')!;
    expect(count.metadata.name).toBe('card-activity.tx_count_1h');
    expect(targets(count, 'partOf')).toEqual([
      'featureview:default/card-activity',
    ]);
    expect(targets(count, 'ownedBy')).toEqual([
      'group:default/feature-platform',
    ]);
    const amount = byTitle.get('Betrag (EUR)')!;
    expect(amount.metadata.name).toMatch(
      /^card-activity\.Betrag--EUR-[0-9a-f]{8}$/,
    );
    expect(targets(amount, 'ownedBy')).toEqual(['group:default/data-platform']);
    expect(byTitle.get('tx_count')!.spec?.lifecycle).toBe('deprecated');
    const view = await getEntity('featureview:default/card-activity');
    expect(targets(view, 'hasPart')).toHaveLength(3);
  });

  it('gives a sound Model no finding', async () => {
    expect(readFindings(await getEntity('model:payments/fraud-score'))).toEqual(
      [],
    );
  });

  it('loads a doubtful Model with its findings', async () => {
    const findings = readFindings(
      await getEntity('model:default/vendor-translation'),
    );
    expect(findings.map(({ id, path }) => `${id} at ${path}`)).toEqual([
      'owner-is-person at spec.owner',
      'use-without-owner at spec.uses[0].owner',
      'use-without-tier at spec.uses[0].riskTier',
      'unknown-tier at spec.uses[1].riskTier',
      'no-provider at spec.provider',
      'no-home at spec.home',
      'unknown-registry at spec.registries[1].server',
    ]);
    expect(findings[3].message).toContain("'enormous'");
    expect(findings[3].message).toContain('minimal, limited, high, critical');
  });

  it('loads valid files beside invalid ones, and only those', async () => {
    const ours = await waitFor(async () => {
      const found = (await getEntities(server)).filter(entity =>
        ['Model', 'FeatureView', 'Dataset'].includes(entity.kind),
      );
      return found.length >= 8 ? found : undefined;
    });
    expect(ours.map(entity => entity.metadata.name).sort()).toEqual([
      'card-activity',
      'card-activity-weekly',
      'card-events',
      'card-transactions',
      'fraud-score',
      'shipping-rules',
      'text-base',
      'vendor-translation',
    ]);
    const withoutOwner = ours.find(e => e.metadata.name === 'shipping-rules');
    expect(readFindings(withoutOwner!).map(({ id }) => id)).toEqual([
      'no-owner',
    ]);
  });

  it('makes our permissions known to the catalog', async () => {
    const { body } = await request(server)
      .get('/api/catalog/.well-known/backstage/permissions/metadata')
      .expect(200);
    const names = body.permissions.map((p: { name: string }) => p.name);
    expect(names).toEqual(
      expect.arrayContaining([
        'catalog.entity.read',
        'ml.promotion.create',
        'ml.promotion.rollback',
        'ml.version.register',
      ]),
    );
  });
});

describe('catalogModuleMl where features are not allowed', () => {
  it('says which line to add and loads the views all the same', async () => {
    const logger = mockServices.logger.mock({ child: () => logger });
    const { server } = await startTestBackend({
      features: [
        catalogPlugin,
        catalogModuleMl,
        logger.factory,
        mockServices.rootConfig.factory({
          data: {
            catalog: {
              rules: [{ allow: ['FeatureView'] }],
              locations: [
                {
                  type: 'file',
                  target: `${fixtures}/valid/card-activity.yaml`,
                },
              ],
            },
          },
        }),
      ],
    });
    const kinds = await waitFor(async () => {
      const found = await getEntities(server);
      return found.length >= 3 ? found.map(e => e.kind) : undefined;
    });
    expect([...new Set(kinds)].sort()).toEqual(['FeatureView', 'Location']);
    expect(logger.warn).toHaveBeenCalledWith(
      expect.stringContaining('- allow: [Feature]'),
    );
  });
});
