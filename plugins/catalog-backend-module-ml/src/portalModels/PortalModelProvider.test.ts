import { mockServices } from '@backstage/backend-test-utils';
import { ResponseError } from '@backstage/errors';
import { PortalModel } from '@understudy/plugin-ml-node';
import { PortalModelProvider } from './PortalModelProvider';

const parcels: PortalModel = {
  name: 'Parcels (v2)',
  kind: 'model',
  namespace: 'default',
  entityName: 'Parcels--v2-1a2b3c4d',
  owner: 'group:default/forecasting',
  description: 'Kilograms',
  tags: [{ key: 'type', value: 'regressor' }],
};

async function connect(list: () => Promise<PortalModel[]>) {
  const applyMutation = jest.fn(async () => {});
  const logger = mockServices.logger.mock();
  const provider = new PortalModelProvider({
    logger,
    models: { list },
    scheduler: mockServices.scheduler.mock(),
  });
  await provider.connect({ applyMutation, refresh: async () => {} });
  return { applyMutation, logger, provider };
}

describe('PortalModelProvider', () => {
  it('tells the catalog of a model, without a location key', async () => {
    const { applyMutation, provider } = await connect(async () => [parcels]);
    await provider.refresh();
    expect(applyMutation).toHaveBeenCalledWith({
      type: 'full',
      entities: [
        {
          entity: expect.objectContaining({
            kind: 'Model',
            metadata: expect.objectContaining({
              name: 'Parcels--v2-1a2b3c4d',
              title: 'Parcels (v2)',
              description: 'Kilograms',
            }),
            spec: {
              type: 'regressor',
              lifecycle: 'unknown',
              owner: 'group:default/forecasting',
              home: 'portal',
            },
          }),
        },
      ],
    });
  });

  it('tells it again only when something has changed', async () => {
    let models = [parcels];
    const { applyMutation, provider } = await connect(async () => models);
    await provider.refresh();
    await provider.refresh();
    expect(applyMutation).toHaveBeenCalledTimes(1);
    models = [];
    await provider.refresh();
    expect(applyMutation).toHaveBeenLastCalledWith({
      type: 'full',
      entities: [],
    });
  });

  it('looks once more for all who ask while it looks', async () => {
    const lists: PortalModel[][] = [[], [parcels], []];
    const list = jest.fn(async () => lists.shift() ?? []);
    const { applyMutation, provider } = await connect(list);
    await Promise.all([
      provider.refresh(),
      provider.refresh(),
      provider.refresh(),
    ]);
    expect(list).toHaveBeenCalledTimes(2);
    expect(applyMutation).toHaveBeenLastCalledWith({
      type: 'full',
      entities: [expect.anything()],
    });
  });

  it.each([
    ['warn', new Error('connection refused')],
    ['debug', { status: 404 }],
  ] as const)(
    'leaves the catalog as it is and says so by %s',
    async (level, what) => {
      const error =
        what instanceof Error
          ? what
          : await ResponseError.fromResponse(new Response('{}', what));
      const { applyMutation, logger, provider } = await connect(async () => {
        throw error;
      });
      await provider.refresh();
      expect(applyMutation).not.toHaveBeenCalled();
      expect(logger[level]).toHaveBeenCalledTimes(1);
    },
  );
});
