import { createServiceFactory } from '@backstage/backend-plugin-api';
import { actionsRegistryServiceRef } from '@backstage/backend-plugin-api/alpha';
import { actionsRegistryServiceMock } from '@backstage/backend-test-utils/alpha';
import { mockServices } from '@backstage/backend-test-utils';
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
      ['find-models', 'describe-model-versions', 'check-contract'].map(name => [
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
