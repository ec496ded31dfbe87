import { createServiceFactory } from '@backstage/backend-plugin-api';
import { actionsRegistryServiceRef } from '@backstage/backend-plugin-api/alpha';
import { actionsRegistryServiceMock } from '@backstage/backend-test-utils/alpha';
import { mockServices } from '@backstage/backend-test-utils';
import { JsonObject } from '@backstage/types';
import {
  FakeVersionSource,
  sourceVersion,
} from '../__testUtils__/FakeVersionSource';
import { modelEntity } from '../__testUtils__/modelEntity';
import { startMlBackend } from '../__testUtils__/startMlBackend';

jest.setTimeout(60_000);

async function startActions() {
  const actions = actionsRegistryServiceMock({
    logger: mockServices.logger.mock(),
  });
  const source = new FakeVersionSource();
  source.put('fraud-score', [sourceVersion('1'), sourceVersion('2')], {
    aliases: [{ alias: 'champion', version: '1' }],
  });
  await startMlBackend({
    entities: [
      modelEntity('fraud-score', {
        spec: { registries: [{ server: 'eu', name: 'fraud-score' }] },
      }),
      modelEntity('ranking', { owner: 'group:default/search-ranking' }),
    ],
    sources: [source],
    features: [
      createServiceFactory({
        service: actionsRegistryServiceRef,
        deps: {},
        factory: () => actions,
      }),
    ],
  });
  return actions;
}

describe('actions', () => {
  it('only read', async () => {
    const { actions } = await (await startActions()).list();
    expect(actions.map(action => [action.name, action.attributes])).toEqual(
      [
        'find-models',
        'find-versions',
        'describe-model-versions',
        'check-contract',
      ].map(name => [
        name,
        { readOnly: true, idempotent: true, destructive: false },
      ]),
    );
  });

  it('find models', async () => {
    const actions = await startActions();
    const { output } = await actions.invoke({
      id: 'test:find-models',
      input: { owner: 'group:default/payments-fraud', limit: 20 },
    });
    expect(output).toMatchObject({
      models: [{ ref: 'model:default/fraud-score', latestVersion: '2' }],
      more: false,
    });
  });

  it('find versions', async () => {
    const actions = await startActions();
    const find = async (input: JsonObject) =>
      (await actions.invoke({ id: 'test:find-versions', input })).output;
    expect(await find({ metric: ['auc>0.8'], limit: 1 })).toEqual({
      versions: [
        {
          ref: 'model:default/fraud-score@2',
          owner: 'group:default/payments-fraud',
          createdAt: expect.any(String),
          aliases: [],
          assignments: [],
          metrics: ['auc=0.9'],
        },
      ],
      more: true,
    });
    expect(await find({ alias: 'champion' })).toMatchObject({
      versions: [{ ref: 'model:default/fraud-score@1' }],
      more: false,
    });
    expect(await find({ kind: 'Dataset' })).toEqual({
      versions: [],
      more: false,
    });
    await expect(find({ metric: ['auc>NaN'] })).rejects.toThrow(/'auc>NaN'/);
  });

  it('describe one version by its ref', async () => {
    const actions = await startActions();
    const describeVersion = async (model: string) =>
      (
        await actions.invoke({
          id: 'test:describe-model-versions',
          input: { model },
        })
      ).output;
    expect(await describeVersion('fraud-score@champion')).toMatchObject({
      total: 2,
      versions: [{ label: '1', aliases: ['champion'] }],
    });
    expect(await describeVersion('model:default/fraud-score@2')).toMatchObject({
      versions: [{ label: '2' }],
    });
    await expect(describeVersion('fraud-score@9')).rejects.toThrow(/'9'/);
    await expect(describeVersion('fraud-score@a b')).rejects.toThrow(/'a b'/);
    await expect(
      describeVersion('featureview:default/tx@1#amount'),
    ).rejects.toThrow(/names the field 'amount'/);
  });

  it('describe the versions of a model', async () => {
    const actions = await startActions();
    const { output } = await actions.invoke({
      id: 'test:describe-model-versions',
      input: { model: 'fraud-score' },
    });
    expect(output).toMatchObject({
      total: 2,
      versions: [
        { label: '2', aliases: [] },
        { label: '1', aliases: ['champion'], metrics: [{ name: 'auc' }] },
      ],
      registries: [{ server: 'eu', stale: false }],
    });
    await expect(
      actions.invoke({
        id: 'test:describe-model-versions',
        input: { model: 'missing' },
      }),
    ).rejects.toThrow(/model:default\/missing/);
  });

  it('check contracts', async () => {
    const actions = await startActions();
    const contract = {
      apiVersion: 'understudy.dev/v1alpha1',
      kind: 'InterfaceContract',
      metadata: { name: 'ranking', version: '1.0.0', status: 'draft' },
      spec: { subject: 'model:default/ranking', role: 'provider', ports: [] },
    };
    const { output } = await actions.invoke({
      id: 'test:check-contract',
      input: { subject: 'model:default/ranking', contract },
    });
    expect(output).toEqual({
      verdict: 'compatible',
      findings: [],
      consumers: [],
      complete: true,
      tell: [],
    });
    await expect(
      actions.invoke({
        id: 'test:check-contract',
        input: { subject: 'model:default/fraud-score', contract },
      }),
    ).rejects.toThrow(/has to be 'model:default\/fraud-score'/);
  });
});
