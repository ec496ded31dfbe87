import { mockServices, startTestBackend } from '@backstage/backend-test-utils';
import { Entity } from '@backstage/catalog-model';
import catalogPlugin from '@backstage/plugin-catalog-backend';
import catalogModuleMl from '@understudy/plugin-catalog-backend-module-ml';
import {
  isModelEntity,
  readEntityContracts,
  readFindings,
} from '@understudy/plugin-ml-common';
import { resolve } from 'node:path';
import request from 'supertest';
import { catalogModuleSampleIncludes } from './includes/module';
import { sampleRecords } from './records/sampleRecords';

const expected = {
  Domain: ['discovery', 'payments', 'storefront', 'supply'],
  Group: [
    'checkout',
    'company',
    'data-platform',
    'feature-platform',
    'forecasting',
    'ml-oncall',
    'ml-platform',
    'model-risk',
    'payments-fraud',
    'search-ranking',
  ],
  User: [
    'executive',
    'feature-engineer',
    'on-call',
    'payments-lead',
    'payments-scientist',
    'platform-engineer',
    'release-lead',
    'risk-officer',
    'search-scientist',
  ],
  Component: [
    'checkout',
    'delivery-promise',
    'fraud-scoring',
    'help',
    'search',
  ],
  API: [
    'checkout-api',
    'delivery-promise-api',
    'fraud-score-api',
    'help-answer-api',
    'search-api',
  ],
  Model: [
    'address-check',
    'assistant-base',
    'basket-recommender',
    'chargeback-risk',
    'coupon-abuse',
    'delivery-eta',
    'demand-forecast',
    'fraud-score',
    'help-assistant',
    'price-anomaly',
    'product-embedding',
    'query-intent',
    'search-ranker',
  ],
};

const numbers = { System: 6, FeatureView: 20, Feature: 150, Dataset: 40 };

const counts: Record<string, number> = {
  ...numbers,
  ...Object.fromEntries(
    Object.entries(expected).map(([kind, names]) => [kind, names.length]),
  ),
};

jest.setTimeout(150_000);

describe('the sample catalog', () => {
  let entities: Entity[];

  beforeAll(async () => {
    const { server } = await startTestBackend({
      features: [
        catalogPlugin,
        catalogModuleMl,
        catalogModuleSampleIncludes,
        mockServices.rootConfig.factory({
          data: {
            catalog: {
              rules: [{ allow: ['Location', ...Object.keys(counts)] }],
              locations: [
                {
                  type: 'file',
                  target: resolve(__dirname, '../catalog/all.yaml'),
                },
              ],
            },
            ml: {
              registries: {
                'eu-prod': { type: 'sample' },
                'us-prod': { type: 'sample' },
                research: { type: 'sample' },
              },
            },
          },
        }),
      ],
    });
    const read = async (): Promise<Entity[]> =>
      (await request(server).get('/api/catalog/entities').expect(200)).body;
    // Relations to an entity appear on it a little after the entity itself.
    const isComplete = (found: Entity[]) =>
      Object.entries(counts).every(
        ([kind, count]) => found.filter(e => e.kind === kind).length >= count,
      ) &&
      found.every(({ kind, relations = [] }) =>
        kind === 'Location' ? true : relations.length > 0,
      ) &&
      found.some(
        ({ metadata, relations = [] }) =>
          metadata.name === 'payments-fraud' &&
          relations.filter(({ type }) => type === 'hasMember').length === 2,
      );

    entities = await read();
    for (let i = 0; i < 200 && !isComplete(entities); i++) {
      await new Promise(done => setTimeout(done, 500));
      entities = await read();
    }
  });

  const entity = (kind: string, name: string) => {
    const found = entities.find(
      e => e.kind === kind && e.metadata.name === name,
    );
    if (!found) {
      throw new Error(`${kind} ${name} is not in the catalog`);
    }
    return found;
  };

  const targets = (from: Entity, type: string) =>
    (from.relations ?? [])
      .filter(relation => relation.type === type)
      .map(({ targetRef }) => targetRef)
      .sort();

  const namedRecords = () =>
    new Set(
      entities
        .filter(isModelEntity)
        .flatMap(model => model.spec.registries ?? [])
        .map(({ server, name }) => `${server}/${name}`),
    );

  // A rule binds these.
  const isStoreRecord = (server: string, name: string) =>
    server === 'eu-prod' && name.startsWith('demand_store_');

  it.each(Object.entries(expected))('has the expected %ss', (kind, names) => {
    expect(
      entities
        .filter(e => e.kind === kind)
        .map(e => e.metadata.name)
        .sort(),
    ).toEqual(names);
  });

  it.each(Object.entries(numbers))(
    'has %s in the expected number',
    (kind, n) => {
      expect(entities.filter(e => e.kind === kind)).toHaveLength(n);
    },
  );

  it('puts both payments roles into the team that owns the fraud score', () => {
    expect(targets(entity('Model', 'fraud-score'), 'ownedBy')).toEqual([
      'group:default/payments-fraud',
    ]);
    expect(targets(entity('Group', 'payments-fraud'), 'hasMember')).toEqual([
      'user:default/payments-lead',
      'user:default/payments-scientist',
    ]);
    expect(targets(entity('Group', 'payments-fraud'), 'childOf')).toEqual([
      'group:default/company',
    ]);
  });

  it('finds the planted faults and no others', () => {
    const findings = entities
      .filter(isModelEntity)
      .flatMap(model =>
        readFindings(model).map(({ id }) => `${model.metadata.name}: ${id}`),
      )
      .sort();

    expect(findings).toEqual([
      'coupon-abuse: owner-is-person',
      'price-anomaly: no-owner',
      'price-anomaly: use-without-owner',
    ]);
  });

  it('holds contracts that are right, of all who may have one', () => {
    const found = entities.flatMap(of =>
      readEntityContracts(of).map(({ contract, problems }) => [
        `${of.kind} ${of.metadata.name}`,
        contract?.metadata.version,
        problems,
      ]),
    );
    expect(found.sort()).toEqual([
      ['Component checkout', '1.0.0', []],
      ['Dataset card-payments', '1.3.0', []],
      ['Dataset product-prices', '1.1.0', []],
      ['FeatureView card-activity', '2.0.0', []],
      ['Model fraud-score', '2.3.0', []],
    ]);
  });

  it('names only entities that exist', () => {
    const known = new Set(
      entities.map(e =>
        `${e.kind}:default/${e.metadata.name}`.toLocaleLowerCase('en-US'),
      ),
    );
    const missing = entities
      .flatMap(e => e.relations ?? [])
      .map(({ targetRef }) => targetRef)
      .filter(ref => !known.has(ref));

    expect(missing).toEqual([]);
  });

  it('names only records that the sample registry has', () => {
    const records = sampleRecords.map(r => `${r.server}/${r.name}`);

    expect([...namedRecords()].filter(name => !records.includes(name))).toEqual(
      [],
    );
  });

  it('names every record but those that are imported', () => {
    const named = namedRecords();

    for (const { server, name, undescribed = false } of sampleRecords) {
      const isNamed =
        named.has(`${server}/${name}`) || isStoreRecord(server, name);
      expect([name, undescribed]).toEqual([name, !isNamed]);
    }
  });

  it('holds one model on three servers with a home', () => {
    const model = entity('Model', 'product-embedding');

    expect(model.spec).toMatchObject({
      home: 'eu-prod',
      registries: [
        { server: 'eu-prod' },
        { server: 'us-prod' },
        { server: 'research' },
      ],
    });
  });

  it('holds a vendor model in no registry with versions of its own', () => {
    const model = entity('Model', 'address-check');

    expect(model.spec).toMatchObject({
      origin: 'third-party',
      home: 'portal',
      versions: [{ label: '4.8' }, { label: '5.0' }],
    });
    expect(model.spec).not.toHaveProperty('registries');
  });
});
