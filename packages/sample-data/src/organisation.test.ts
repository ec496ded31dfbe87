import {
  mockCredentials,
  mockServices,
  startTestBackend,
} from '@backstage/backend-test-utils';
import { Entity } from '@backstage/catalog-model';
import { catalogServiceMock } from '@backstage/plugin-catalog-node/testUtils';
import mlPlugin from '@understudy/plugin-ml-backend';
import {
  ModelVersion,
  ModelVersionPage,
  RegistrySourceStatus,
} from '@understudy/plugin-ml-common';
import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import request from 'supertest';
import { parseAllDocuments } from 'yaml';
import { evidenceDefinitions } from './evidence/evidenceDefinitions';
import { sampleEvidence } from './evidence/sampleEvidence';
import { mlModuleSampleRegistry } from './module';
import { sampleRecords } from './records/sampleRecords';

async function readCatalog(): Promise<Entity[]> {
  const root = resolve(__dirname, '../catalog');
  const files = await readdir(root, { recursive: true });
  const texts = await Promise.all(
    files
      // Contracts are included by the entities they are of.
      .filter(file => /(?<!\.contract)\.yaml$/.test(file))
      .map(file => readFile(join(root, file), 'utf8')),
  );
  return texts.flatMap(text =>
    parseAllDocuments(text).map(document => document.toJS()),
  );
}

jest.setTimeout(60_000);

describe('the sample organisation in the machine learning backend', () => {
  let directory: string;
  let server: Awaited<ReturnType<typeof startTestBackend>>['server'];

  beforeAll(async () => {
    directory = await mkdtemp(join(tmpdir(), 'sample-organisation-'));
    ({ server } = await startTestBackend({
      features: [
        mlPlugin,
        mlModuleSampleRegistry,
        catalogServiceMock.factory({ entities: await readCatalog() }),
        mockServices.rootConfig.factory({
          data: { sampleData: { directory } },
        }),
      ],
    }));
    let sources: RegistrySourceStatus[] = [];
    for (let i = 0; i < 300; i++) {
      const { body } = await request(server).get('/api/ml/registries');
      sources = body.items;
      if (sources.every(({ lastSuccessAt }) => lastSuccessAt)) {
        return;
      }
      await new Promise(done => setTimeout(done, 100));
    }
    throw new Error(`Not all read: ${JSON.stringify(sources)}`);
  });

  afterAll(async () => {
    await rm(directory, { recursive: true });
  });

  async function listVersions(model: string): Promise<ModelVersionPage> {
    const { body } = await request(server)
      .get(`/api/ml/models/default/${model}/versions`)
      .expect(200);
    return body;
  }

  async function getVersion(
    model: string,
    version: string,
  ): Promise<ModelVersion> {
    const { body } = await request(server)
      .get(`/api/ml/models/default/${model}/versions/${version}`)
      .expect(200);
    return body;
  }

  it('reads all three servers without a problem', async () => {
    const { body } = await request(server).get('/api/ml/registries');

    expect(
      body.items.map((s: RegistrySourceStatus) => [
        s.server,
        s.lastError,
        s.records,
      ]),
    ).toEqual([
      ['eu-prod', undefined, 208],
      ['research', undefined, 21],
      ['us-prod', undefined, 2],
    ]);
  });

  it.each([
    ['delivery-eta', 300],
    ['fraud-score', 44],
    ['search-ranker', 28],
    // 200 stores with three versions each.
    ['demand-forecast', 600],
    // 18 in Europe, 16 in America, 25 in research.
    ['product-embedding', 59],
    ['query-intent', 9],
    ['basket-recommender', 5],
    ['help-assistant', 8],
    ['coupon-abuse', 6],
    ['price-anomaly', 7],
    ['chargeback-risk', 12],
  ])('gives %s %i versions', async (model, total) => {
    expect((await listVersions(model)).counts.total).toBe(total);
  });

  it('shows champions of markets as the registry has them', async () => {
    expect((await getVersion('search-ranker', 'champion-es')).label).toBe('25');
    expect((await getVersion('search-ranker', 'champion-pl')).label).toBe('24');
  });

  it('labels versions of other servers than the home by server', async () => {
    const home = await getVersion('product-embedding', '16');
    const copy = await getVersion('product-embedding', 'us-prod:16');

    expect(copy.id).not.toBe(home.id);
    expect(copy.digest).toBe(home.digest);
    expect([home.digestStrength, copy.digestStrength]).toEqual([
      'artifact',
      'reported',
    ]);
  });

  it.each(
    sampleEvidence(evidenceDefinitions, sampleRecords).map(
      ({ model, version, addition }) =>
        [model.replace('model:', ''), version, addition] as const,
    ),
  )('takes the evidence on %s@%s', async (model, version, addition) => {
    const { body, status } = await request(server)
      .post(`/api/ml/models/${model}/versions/${version}/evidence`)
      .set('authorization', mockCredentials.service.header())
      .send(addition);
    expect([status, body.error?.message]).toEqual([201, undefined]);
    expect(body.baselines).toHaveLength(addition.baselines?.length ?? 0);
    expect(body.evaluations.length).toBeGreaterThan(0);
  });

  it('keeps the stores of the demand forecast apart as variants', async () => {
    const { body } = await request(server)
      .get('/api/ml/models/default/demand-forecast/versions')
      .query({ view: 'all', variant: 'store=0117' })
      .expect(200);

    expect(body.counts.matching).toBe(3);
  });

  it('tells metrics of datasets and splits apart', async () => {
    const { metrics } = await getVersion('fraud-score', '44');

    expect(
      metrics
        .filter(({ rawName }) => rawName === 'roc_auc')
        .map(({ dataset, split }) => `${dataset} ${split}`)
        .sort(),
    ).toEqual(['card-payments-holdout test', 'card-payments-labelled train']);
  });

  it('tells what a version of the assistant is made of', async () => {
    const { components } = await getVersion('help-assistant', '8');

    expect(components.map(({ role }) => role)).toEqual([
      'base',
      'prompt',
      'index',
      'guardrail',
    ]);
  });
});
