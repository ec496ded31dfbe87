import {
  coreServices,
  createServiceFactory,
} from '@backstage/backend-plugin-api';
import { Entity } from '@backstage/catalog-model';
import { mockServices, startTestBackend } from '@backstage/backend-test-utils';
import catalogPlugin from '@backstage/plugin-catalog-backend';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import request from 'supertest';
import { catalogModuleMl } from '../module';

const USAGE_TASK = 'understudy-feature-usage';
// The catalog's own: it removes what no longer has a source.
const ORPHAN_TASK = 'catalog_orphan_cleanup';

const viewsYaml = `
apiVersion: understudy.dev/v1alpha1
kind: FeatureView
metadata: { name: card-activity }
spec:
  type: batch
  lifecycle: production
  fields: [{ name: read }, { name: unread }]
---
apiVersion: understudy.dev/v1alpha1
kind: FeatureView
metadata: { name: device-profile }
spec:
  type: batch
  lifecycle: production
  fields: [{ name: age }, { name: language }]
---
apiVersion: understudy.dev/v1alpha1
kind: FeatureView
metadata: { name: nobody-reads-it }
spec:
  type: batch
  lifecycle: production
  fields: [{ name: lonely }]
---
apiVersion: understudy.dev/v1alpha1
kind: FeatureView
metadata: { name: shows-all }
spec:
  type: batch
  lifecycle: production
  emitFeatures: all
  fields: [{ name: shown }]
`;

const model = (fields: string) => `
apiVersion: understudy.dev/v1alpha1
kind: Model
metadata: { name: fraud-score }
spec:
  type: classifier
  lifecycle: production
  consumes:
    - { view: card-activity, fields: [${fields}], mode: both }
    - { view: device-profile, mode: online }
`;

jest.setTimeout(60_000);

describe('catalog.understudy.emitFeatures: used', () => {
  const scheduler = mockServices.scheduler();
  let directory: string;
  let server: Awaited<ReturnType<typeof startTestBackend>>['server'];

  beforeAll(async () => {
    directory = await mkdtemp(join(tmpdir(), 'emit-used-features-'));
    await writeFile(join(directory, 'views.yaml'), viewsYaml);
    await writeFile(join(directory, 'model.yaml'), model('read'));
    ({ server } = await startTestBackend({
      features: [
        catalogPlugin,
        catalogModuleMl,
        createServiceFactory({
          service: coreServices.scheduler,
          deps: {},
          factory: () => scheduler,
        }),
        mockServices.rootConfig.factory({
          data: {
            catalog: {
              processingInterval: { seconds: 1 },
              understudy: { emitFeatures: 'used' },
              rules: [{ allow: ['Model', 'FeatureView', 'Feature'] }],
              locations: [{ type: 'file', target: `${directory}/*.yaml` }],
            },
          },
        }),
      ],
    }));
  });

  afterAll(async () => {
    await rm(directory, { recursive: true });
  });

  async function readNames(kind: string): Promise<string[]> {
    const { body } = await request(server)
      .get('/api/catalog/entities')
      .query({ filter: `kind=${kind}` })
      .expect(200);
    return body.map((entity: Entity) => entity.metadata.name).sort();
  }

  /** The names of a kind as soon as these are they, or after a long wait. */
  async function namesOf(kind: string, awaited: string[]): Promise<string[]> {
    let found: string[] = [];
    for (let attempt = 0; attempt < 200; attempt++) {
      await scheduler.triggerTask(ORPHAN_TASK);
      found = await readNames(kind);
      if (found.join() === awaited.join()) {
        break;
      }
      await new Promise(done => setTimeout(done, 100));
    }
    return found;
  }

  it('emits the fields that a Model reads, once it has looked', async () => {
    const views = [
      'card-activity',
      'device-profile',
      'nobody-reads-it',
      'shows-all',
    ];
    expect(await namesOf('model', ['fraud-score'])).toEqual(['fraud-score']);
    expect(await namesOf('featureview', views)).toEqual(views);
    const unasked = ['shows-all.shown'];
    expect(await namesOf('feature', unasked)).toEqual(unasked);

    await scheduler.triggerTask(USAGE_TASK);
    const used = [
      'card-activity.read',
      'device-profile.age',
      'device-profile.language',
      'shows-all.shown',
    ];
    expect(await namesOf('feature', used)).toEqual(used);
  });

  it('follows what the Model reads', async () => {
    await writeFile(join(directory, 'model.yaml'), model('unread'));
    await waitForConsumedField('unread');

    await scheduler.triggerTask(USAGE_TASK);
    const used = [
      'card-activity.unread',
      'device-profile.age',
      'device-profile.language',
      'shows-all.shown',
    ];
    expect(await namesOf('feature', used)).toEqual(used);
  });

  async function waitForConsumedField(field: string): Promise<void> {
    let consumed = '';
    for (let attempt = 0; attempt < 200 && consumed !== field; attempt++) {
      await new Promise(done => setTimeout(done, 100));
      const { body } = await request(server).get(
        '/api/catalog/entities/by-name/model/default/fraud-score',
      );
      consumed = body.spec.consumes[0].fields.join();
    }
    expect(consumed).toBe(field);
  }
});
