import { stringifyEntityRef } from '@backstage/catalog-model';
import { modelReferences } from '@understudy/plugin-ml-common';
import { collectRelations } from './collectRelations';

function relationsOf(spec: object) {
  return collectRelations(
    {
      apiVersion: 'understudy.dev/v1alpha1',
      kind: 'Model',
      metadata: { name: 'm', namespace: 'payments' },
      spec: { ...spec },
    },
    modelReferences,
  ).map(
    ({ source, type, target }) =>
      `${stringifyEntityRef(source)} ${type} ${stringifyEntityRef(target)}`,
  );
}

describe('collectRelations', () => {
  it('gives both directions, without the version', () => {
    expect(relationsOf({ trainedOn: ['dataset:default/d@7'] })).toEqual([
      'model:payments/m trainedOn dataset:default/d',
      'dataset:default/d trainingDataFor model:payments/m',
    ]);
  });

  it('looks for short references in the namespace of the entity', () => {
    expect(relationsOf({ consumes: [{ view: 'v', mode: 'both' }] })).toEqual([
      'model:payments/m consumesFeature featureview:payments/v',
      'featureview:payments/v featureConsumedBy model:payments/m',
    ]);
  });

  it('gives a relation once, however often it is named', () => {
    expect(
      relationsOf({
        serving: [
          { mode: 'batch', component: 'c' },
          { mode: 'endpoint', component: 'component:payments/C' },
        ],
      }),
    ).toHaveLength(2);
  });

  it('leaves plain references to the model layer', () => {
    expect(
      relationsOf({
        owner: 'team',
        produces: ['d'],
        stewards: { data: 'team' },
      }),
    ).toEqual([]);
  });

  it('gives no relation for what is only checked', () => {
    expect(
      relationsOf({
        uses: [{ id: 'u', purpose: 'p', owner: 'team', consumer: 'c' }],
      }),
    ).toEqual([]);
  });
});
