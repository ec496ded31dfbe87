import { catalogApiMock } from '@backstage/plugin-catalog-react/testUtils';
import {
  buildDataset,
  buildFeatureView,
  buildReader,
} from '../__testUtils__/dataBuilders';
import { MOST_MODELS, readModels } from './readModels';
import { relatedModelRefs } from './useRelatedModels';

const refOf = (name: string) => `model:default/${name}`;

describe('readModels', () => {
  it('reads all in one request, in the order of their titles', async () => {
    const catalogApi = catalogApiMock({
      entities: [buildReader('b'), buildReader('a'), buildReader('c')],
    });
    const ask = jest.spyOn(catalogApi, 'getEntitiesByRefs');
    const { models, ...rest } = await readModels(
      catalogApi,
      buildFeatureView(),
      ['b', 'a', 'c'].map(refOf),
    );
    expect(models.map(({ metadata }) => metadata.name)).toEqual([
      'a',
      'b',
      'c',
    ]);
    expect(rest).toEqual({ total: 3, beyond: 0, withheld: 0 });
    expect(ask).toHaveBeenCalledTimes(1);
  });

  it('asks nothing when there is nothing to read', async () => {
    const catalogApi = catalogApiMock();
    const ask = jest.spyOn(catalogApi, 'getEntitiesByRefs');
    await expect(
      readModels(catalogApi, buildFeatureView(), []),
    ).resolves.toMatchObject({ models: [], total: 0 });
    expect(ask).not.toHaveBeenCalled();
  });

  it('counts what the catalog does not give', async () => {
    const catalogApi = catalogApiMock({
      entities: [buildReader('a'), { ...buildReader('b'), kind: 'Component' }],
    });
    await expect(
      readModels(catalogApi, buildFeatureView(), ['a', 'gone'].map(refOf)),
    ).resolves.toMatchObject({ total: 2, withheld: 1 });
  });

  it('stops at the bound and says so', async () => {
    const names = Array.from({ length: MOST_MODELS + 5 }, (_, i) => `m${i}`);
    const catalogApi = catalogApiMock({
      entities: names.map(name => buildReader(name)),
    });
    const { models, ...rest } = await readModels(
      catalogApi,
      buildFeatureView(),
      names.map(refOf),
    );
    expect(models).toHaveLength(MOST_MODELS);
    expect(rest).toEqual({ total: MOST_MODELS + 5, beyond: 5, withheld: 0 });
  });

  it('reads what the cards show', async () => {
    const catalogApi = catalogApiMock({
      entities: [buildReader('a', { card: 'Long text', origin: 'internal' })],
    });
    const { models } = await readModels(catalogApi, buildFeatureView(), [
      refOf('a'),
    ]);
    expect(models[0].spec).toEqual({
      type: 'classifier',
      lifecycle: 'production',
      owner: 'group:default/payments-fraud',
      consumes: [{ view: 'featureview:default/card-velocity', mode: 'online' }],
    });
  });
});

describe('relatedModelRefs', () => {
  it('takes models only, each once', () => {
    const dataset = buildDataset({}, [
      { type: 'trainingDataFor', targetRef: 'model:default/b' },
      { type: 'evaluationDataFor', targetRef: 'model:default/b' },
      { type: 'evaluationDataFor', targetRef: 'model:default/a' },
      { type: 'trainingDataFor', targetRef: 'component:default/c' },
      { type: 'sourceOf', targetRef: 'model:default/d' },
    ]);
    expect(
      relatedModelRefs(dataset, ['trainingDataFor', 'evaluationDataFor']),
    ).toEqual(['model:default/a', 'model:default/b']);
  });
});
