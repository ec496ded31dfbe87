import { ResponseError } from '@backstage/errors';
import { Knex } from 'knex';
import { expectDescribed } from '../../__testUtils__/expectDescribed';
import {
  databases,
  migratedDatabase,
} from '../../__testUtils__/migratedDatabase';
import {
  consumingModel,
  mlEntity,
  VIEW,
  VIEW_PATH,
  viewEntity,
} from '../__testUtils__/contractEntities';
import { contractOf, expectationOf, field } from '../__testUtils__/contracts';
import {
  ContractWorld,
  createContractWorld,
  startContracts,
} from '../__testUtils__/startContracts';

jest.setTimeout(120_000);

const both = [field('spend_7d'), field('count_7d')];
const json = (value: unknown) => JSON.parse(JSON.stringify(value));
const dataset = (name: string) =>
  mlEntity('Dataset', name, { owner: 'group:default/reporting' });

describe.each(databases.eachSupportedId())('consumers on %s', id => {
  let knex: Knex;
  let world: ContractWorld;
  let portal: Awaited<ReturnType<typeof startContracts>>;

  beforeEach(async () => {
    knex = await migratedDatabase(id);
    world = createContractWorld([
      viewEntity(['fraud'], {
        contract: json({
          version: '1.0.0',
          ...contractOf({ fields: both }).spec,
        }),
      }),
      consumingModel('fraud', { lifecycle: 'experimental' }),
      dataset('report'),
      dataset('archive'),
    ]);
    portal = await startContracts(knex, world);
    await portal.refresh();
  });

  const list = async () => {
    const answer = await portal.user.get(`${VIEW_PATH}/consumers`);
    expectDescribed(
      'get',
      '/contracts/{kind}/{namespace}/{name}/consumers',
      answer,
    );
    return answer.body;
  };
  const observe = (
    edges: { field?: string; to: string }[],
    how: { truncated?: boolean; jobs?: string[] } = {},
  ) => {
    world.lineage.getImpact.mockResolvedValue({
      items: ['dataset:default/report', 'dataset:default/archive'].map(
        entityRef => ({ id: entityRef, kind: 'entity', entityRef, degree: 1 }),
      ),
      complete: true,
      truncated: false,
    });
    world.lineage.getFields.mockResolvedValue({
      root: VIEW,
      nodes: [],
      edges: edges.map(edge => ({
        source: { node: VIEW, ...(edge.field && { field: edge.field }) },
        target: { node: edge.to, field: 'x' },
        kind: 'direct',
      })),
      complete: true,
      truncated: how.truncated ?? false,
    });
    world.lineage.getGraph.mockResolvedValue({
      root: VIEW,
      nodes: [{ id: VIEW, hidden: { upstream: 0, downstream: 0 } }],
      edges: (how.jobs ?? ['ol:job:etl/one']).flatMap(job => [
        { source: VIEW, target: job, origin: 'observed' },
        { source: job, target: 'dataset:default/report', origin: 'observed' },
      ]),
    });
  };

  it('are known from lineage, with the columns that they read', async () => {
    observe([{ field: 'spend_7d', to: 'dataset:default/report' }]);
    expect(await list()).toMatchObject({
      complete: true,
      items: [
        { consumer: 'dataset:default/archive', basis: 'lineage' },
        {
          consumer: 'dataset:default/report',
          owner: 'group:default/reporting',
          basis: 'lineage',
          use: 'unknown',
          fields: [{ port: 'features', path: 'spend_7d' }],
        },
        { consumer: 'model:default/fraud', basis: 'relation', use: 'unknown' },
      ],
    });
    const { body } = await portal.user.post('/contracts/check', {
      subject: VIEW,
      contract: contractOf({ version: '2.0.0', fields: [both[0]] }),
    });
    expect(
      body.consumers.map(
        ({ consumer, verdict }: { consumer: string; verdict: string }) => [
          consumer,
          verdict,
        ],
      ),
    ).toEqual([
      ['dataset:default/archive', 'incompatible'],
      ['model:default/fraud', 'incompatible'],
      ['dataset:default/report', 'compatible_with_warnings'],
    ]);
  });

  it('read columns whose names are written in another way', async () => {
    observe([
      { field: 'SPEND_7D', to: 'dataset:default/report' },
      { field: 'load_date', to: 'dataset:default/report' },
    ]);
    expect((await list()).items[1].fields).toEqual([
      { port: 'features', path: 'spend_7d' },
    ]);
  });

  it('read everything where columns are not proven', async () => {
    observe([{ field: 'spend_7d', to: 'dataset:default/report' }], {
      truncated: true,
    });
    expect((await list()).items[1]).not.toHaveProperty('fields');
    observe([
      { field: 'spend_7d', to: 'dataset:default/report' },
      { to: 'dataset:default/report' },
    ]);
    expect((await list()).items[1]).not.toHaveProperty('fields');
    observe([{ field: 'spend_7d', to: 'dataset:default/report' }], {
      jobs: ['ol:job:etl/one', 'ol:job:etl/two'],
    });
    expect((await list()).items[1]).not.toHaveProperty('fields');
  });

  it('are not all known while lineage does not answer', async () => {
    world.lineage.getImpact.mockRejectedValue(new Error('ECONNREFUSED'));
    expect(await list()).toMatchObject({
      complete: false,
      items: [{ consumer: 'model:default/fraud' }],
    });
    expect(portal.logger.warn).toHaveBeenCalledWith(
      expect.stringContaining('ECONNREFUSED'),
    );
    world.lineage.getImpact.mockRejectedValue(
      await ResponseError.fromResponse(new Response('{}', { status: 404 })),
    );
    expect((await list()).complete).toBe(true);
  });

  it('declare what they expect, and withdraw it', async () => {
    const checkout = {
      apiVersion: 'backstage.io/v1alpha1',
      kind: 'Component',
      metadata: { name: 'checkout', namespace: 'default' },
      relations: [{ type: 'ownedBy', targetRef: 'group:default/checkout' }],
    };
    const expectation = expectationOf({
      subject: 'component:default/checkout',
      fields: [both[0]],
    });
    const declare = async (contract?: unknown) => {
      world.entities[4] = {
        ...checkout,
        spec: {
          lifecycle: 'production',
          ...(contract !== undefined && { contract: json(contract) }),
        },
      };
      await portal.refresh();
    };
    await declare(expectation);
    expect((await list()).items[0]).toEqual({
      consumer: 'component:default/checkout',
      owner: 'group:default/checkout',
      basis: 'contract',
      range: '^1.0.0',
      pinnedTo: '1.0.0',
      use: 'production',
      fields: [{ port: 'features', path: 'spend_7d' }],
    });
    world.hidden.add('component:default/checkout');
    expect((await list()).complete).toBe(false);
    world.hidden.clear();

    const [model] = world.entities.splice(1, 1);
    world.entities.splice(1, 0, {
      ...model,
      spec: {
        ...model.spec,
        contract: json(
          expectationOf({ subject: 'model:default/fraud', fields: both }),
        ),
      },
    });
    await portal.refresh();
    expect((await list()).items[1]).toMatchObject({ basis: 'contract' });
    world.entities[1] = model;
    await portal.refresh();
    expect((await list()).items[1]).toMatchObject({
      consumer: 'model:default/fraud',
      basis: 'relation',
    });
  });

  it('that stay with an older version are not told that it breaks', async () => {
    await portal.user.post(`${VIEW_PATH}/versions`, {
      contract: contractOf({ version: '1.1.0', fields: both }),
    });
    world.entities[0] = viewEntity([]);
    world.owns.push('group:default/fraud-team');
    await portal.user.post('/contracts/model/default/fraud/versions', {
      contract: expectationOf({ subject: 'model:default/fraud', fields: both }),
    });
    await portal.user.post(`${VIEW_PATH}/versions`, {
      contract: contractOf({ version: '2.0.0', fields: [both[0]] }),
    });
    const violated = (await portal.ledger()).filter(type =>
      type.endsWith('violated'),
    );
    expect(violated).toEqual([]);
  });

  it('are judged a thousand at a time, and no more', async () => {
    const names = Array.from({ length: 1100 }, (_, i) => `m${i + 1000}`);
    world.entities = [
      viewEntity(names),
      ...names.map(name =>
        consumingModel(name, { fields: ['spend_7d', 'count_7d'] }),
      ),
    ];
    const { body } = await portal.user.post('/contracts/check', {
      subject: VIEW,
      contract: contractOf({ version: '2.0.0', fields: [both[0]] }),
    });
    expect(body.consumers).toHaveLength(1000);
    expect(body.complete).toBe(false);
    expect(body.tell).toHaveLength(1000);
  });
});
