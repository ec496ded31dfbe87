import { createServiceFactory } from '@backstage/backend-plugin-api';
import { actionsRegistryServiceRef } from '@backstage/backend-plugin-api/alpha';
import { actionsRegistryServiceMock } from '@backstage/backend-test-utils/alpha';
import { mockServices } from '@backstage/backend-test-utils';
import {
  datasetId,
  jobId,
  sampleEntities,
  sampleEvents,
} from '../router/__testUtils__/sampleLineage';
import { startLineageBackend } from '../router/__testUtils__/startLineageBackend';

jest.setTimeout(60_000);

async function startActions() {
  const actions = actionsRegistryServiceMock({
    logger: mockServices.logger.mock(),
  });
  const backend = await startLineageBackend({
    entities: sampleEntities,
    features: [
      createServiceFactory({
        service: actionsRegistryServiceRef,
        deps: {},
        factory: () => actions,
      }),
    ],
  });
  await backend.service.post('/api/v1/lineage/batch', sampleEvents);
  await backend.waitUntilDrained();
  return actions;
}

describe('actions', () => {
  it('only read', async () => {
    const { actions } = await (await startActions()).list();
    expect(actions.map(action => [action.name, action.attributes])).toEqual(
      ['get-lineage', 'find-lineage-impact'].map(name => [
        name,
        { readOnly: true, idempotent: true, destructive: false },
      ]),
    );
  });

  it('read what is around a node', async () => {
    const actions = await startActions();
    const { output } = await actions.invoke({
      id: 'test:get-lineage',
      input: { root: 'dataset:default/orders', depth: 1 },
    });
    expect(output).toEqual({
      root: 'dataset:default/orders',
      environment: 'production',
      otherEnvironments: [],
      nodes: [
        {
          id: 'dataset:default/orders',
          kind: 'entity',
          name: 'orders',
          upstream: 0,
          downstream: 0,
          notShown: 0,
        },
        {
          id: jobId('join'),
          kind: 'job',
          name: 'join',
          downstream: 1,
          lastRun: 'complete',
          notShown: 2,
        },
        {
          id: jobId('load'),
          kind: 'job',
          name: 'load',
          upstream: 1,
          lastRun: 'complete',
          notShown: 1,
        },
      ],
      edges: [
        {
          source: 'dataset:default/orders',
          target: jobId('join'),
          origin: 'observed',
          restricted: false,
        },
        {
          source: jobId('load'),
          target: 'dataset:default/orders',
          origin: 'observed',
          restricted: false,
        },
      ],
      truncated: false,
      complete: true,
    });
    const models = await actions.invoke({
      id: 'test:get-lineage',
      input: {
        root: datasetId('raw'),
        direction: 'downstream',
        kinds: ['Model'],
      },
    });
    expect(models.output).toMatchObject({
      edges: [{ source: datasetId('raw'), target: 'model:default/score' }],
    });
  });

  it('find what a change touches', async () => {
    const actions = await startActions();
    const { output } = await actions.invoke({
      id: 'test:find-lineage-impact',
      input: { root: 'dataset:default/orders', limit: 4 },
    });
    expect(output).toMatchObject({
      totalItems: 6,
      totalInProduction: 2,
      totalOwners: 2,
      complete: true,
      truncated: false,
      items: [
        { id: jobId('join'), title: 'join', kind: 'job', degree: 1 },
        { id: datasetId('features'), degree: 2 },
        { id: jobId('train'), degree: 3 },
        {
          id: 'model:default/score',
          title: 'The score',
          kind: 'Model',
          owner: 'group:default/fraud',
          lifecycle: 'production',
        },
      ],
    });
    const elsewhere = { root: 'dataset:default/orders', environment: 'test' };
    const around = await actions.invoke({
      id: 'test:get-lineage',
      input: elsewhere,
    });
    expect(around.output).toMatchObject({
      environment: 'test',
      otherEnvironments: ['production'],
      edges: [],
    });
    const touched = await actions.invoke({
      id: 'test:find-lineage-impact',
      input: elsewhere,
    });
    expect(touched.output).toMatchObject({ environment: 'test', items: [] });
    for (const id of ['get-lineage', 'find-lineage-impact']) {
      await expect(
        actions.invoke({
          id: `test:${id}`,
          input: { root: 'dataset:default/missing' },
        }),
      ).rejects.toThrow(/dataset:default\/missing/);
    }
  });
});
