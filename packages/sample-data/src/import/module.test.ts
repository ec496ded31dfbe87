import { createServiceFactory } from '@backstage/backend-plugin-api';
import { mockServices, startTestBackend } from '@backstage/backend-test-utils';
import { Entity } from '@backstage/catalog-model';
import catalogPlugin from '@backstage/plugin-catalog-backend';
import { eventsServiceRef } from '@backstage/plugin-events-node';
import catalogModuleMl from '@understudy/plugin-catalog-backend-module-ml';
import {
  IntakeDecision,
  KeptIntakeDecision,
} from '@understudy/plugin-ml-common';
import {
  ML_INTAKE_TOPIC,
  mlIntakeDecisionsServiceRef,
} from '@understudy/plugin-ml-node';
import { resolve } from 'node:path';
import request from 'supertest';
import { sampleRecords } from '../records/sampleRecords';
import { catalogModuleSampleImport } from './module';

jest.setTimeout(60_000);

const undescribed = sampleRecords.filter(record => record.undescribed);

function decisionOf(
  name: string,
  decision: IntakeDecision,
): KeptIntakeDecision {
  return {
    record: { server: 'research', name },
    decision,
    decidedBy: 'user:default/platform-engineer',
    decidedAt: '2026-11-23T09:00:00.000Z',
  };
}

describe('catalogModuleSampleImport', () => {
  let server: Awaited<ReturnType<typeof startTestBackend>>['server'];
  let decisions: KeptIntakeDecision[];
  const events = mockServices.events();

  beforeAll(async () => {
    decisions = [];
    ({ server } = await startTestBackend({
      features: [
        catalogPlugin,
        catalogModuleMl,
        catalogModuleSampleImport,
        createServiceFactory({
          service: eventsServiceRef,
          deps: {},
          factory: () => events,
        }),
        createServiceFactory({
          service: mlIntakeDecisionsServiceRef,
          deps: {},
          factory: () => ({
            list: async options =>
              decisions.filter(d => d.record.server === options.server),
          }),
        }),
        mockServices.rootConfig.factory({
          data: {
            catalog: {
              stitchingStrategy: { mode: 'immediate' },
              rules: [{ allow: ['Location', 'Group', 'User', 'Model'] }],
              locations: [
                'teams/search-ranking.yaml',
                'teams/checkout.yaml',
              ].map(file => ({
                type: 'file',
                target: resolve(__dirname, '../../catalog', file),
              })),
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
    }));
  });

  async function models(): Promise<Map<string, Entity>> {
    const { body } = await request(server)
      .get('/api/catalog/entities/by-query?limit=500&filter=kind=model')
      .expect(200);
    return new Map(
      body.items.map((entity: Entity) => [
        entity.metadata.title ?? entity.metadata.name,
        entity,
      ]),
    );
  }

  async function eventually(check: () => Promise<void>): Promise<void> {
    for (let attempt = 0; ; attempt++) {
      try {
        await check();
        return;
      } catch (error) {
        if (attempt === 200) {
          throw error;
        }
        await new Promise(done => setTimeout(done, 100));
      }
    }
  }

  async function refOf(title: string): Promise<string> {
    const { metadata } = (await models()).get(title) ?? {};
    return `model:default/${metadata?.name.toLowerCase()}`;
  }

  /** Lets something be decided, and says so. */
  async function decide(given: KeptIntakeDecision[]): Promise<void> {
    decisions = given;
    await events.publish({
      topic: ML_INTAKE_TOPIC,
      eventPayload: { eventId: '1', servers: ['research'] },
    });
  }

  it('imports what no team has described, once the teams are known', async () => {
    await eventually(async () => {
      expect((await models()).size).toBe(undescribed.length);
      // An owner tag is understood when its group is in the catalog.
      await decide([]);
      expect((await models()).get('query spell fix')?.spec?.owner).toBe(
        'group:default/search-ranking',
      );
    });
    const found = await models();

    expect(found.get('Größenberater Österreich')).toMatchObject({
      metadata: {
        name: expect.stringMatching(/^Gr--enberater--sterreich-[0-9a-f]{8}$/),
        annotations: {
          'backstage.io/managed-by-location': 'sample:research',
          'understudy.dev/imported-by': 'SampleEntityProvider:research',
          'understudy.dev/registry-server': 'research',
          'understudy.dev/registry-name': 'Größenberater Österreich',
        },
      },
      spec: {
        home: 'research',
        registries: [{ server: 'research', name: 'Größenberater Österreich' }],
      },
    });
    expect(found.get('stock_out_alert')?.spec).not.toHaveProperty('owner');
    expect(found.get('refund_reply_draft')?.spec?.type).toBe('prompt');
    expect(found.get('help_assistant_answer')?.spec?.home).toBe('eu-prod');
    expect([found.has('Churn_Risk'), found.has('churn_risk')]).toEqual([
      true,
      true,
    ]);
  });

  it('follows what is decided, and back', async () => {
    await decide([
      decisionOf('test', { action: 'ignore', reason: 'Says it all' }),
      decisionOf('Fraud Score (copy)', {
        action: 'bind',
        model: await refOf('churn_test_v2'),
      }),
      decisionOf('stock_out_alert', {
        action: 'claim',
        owner: 'group:default/checkout',
      }),
    ]);
    await eventually(async () => {
      const found = await models();
      expect(found.has('test')).toBe(false);
      expect(found.has('Fraud Score (copy)')).toBe(false);
      expect(found.get('churn_test_v2')?.spec?.registries).toHaveLength(2);
      expect(found.get('stock_out_alert')?.spec?.owner).toBe(
        'group:default/checkout',
      );
    });

    await decide([]);
    await eventually(async () =>
      expect((await models()).size).toBe(undescribed.length),
    );
  });

  it('refuses to start in production', async () => {
    const nodeEnv = process.env.NODE_ENV;
    Object.assign(process.env, { NODE_ENV: 'production' });
    try {
      await expect(
        startTestBackend({
          features: [catalogPlugin, catalogModuleSampleImport],
        }),
      ).rejects.toThrow('only with NODE_ENV development or test');
    } finally {
      Object.assign(process.env, { NODE_ENV: nodeEnv });
    }
  });
});
