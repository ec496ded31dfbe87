import { buildReader } from '../__testUtils__/dataBuilders';
import { datasetUses } from './datasetUses';

describe('datasetUses', () => {
  it('tells training from evaluation, with the version that is named', () => {
    const models = [
      buildReader('a', {
        trainedOn: ['dataset:default/payments@3', 'dataset:default/other'],
        evaluatedOn: ['payments'],
      }),
      buildReader('b', { trainedOn: ['dataset:default/other'] }),
    ];
    expect(
      datasetUses('dataset:default/payments', models).map(
        ({ model, ...use }) => ({ model: model.metadata.name, ...use }),
      ),
    ).toEqual([
      { model: 'a', purpose: 'training', version: '3' },
      { model: 'a', purpose: 'evaluation', version: undefined },
    ]);
  });
});
