import { Entity, EntityRelation } from '@backstage/catalog-model';
import { relationsOfEntity } from './relationsOfEntity';

function entityWith(relations?: EntityRelation[]): Entity {
  return {
    apiVersion: 'understudy.dev/v1alpha1',
    kind: 'Model',
    metadata: { name: 'Fraud' },
    relations,
  };
}

const claimant = 'model:default/fraud';

describe('relationsOfEntity', () => {
  it('follows what is passed on, whichever end states it', () => {
    const { relations, problems } = relationsOfEntity(
      entityWith([
        { type: 'trainedOn', targetRef: 'dataset:default/labels' },
        { type: 'evaluatedOn', targetRef: 'dataset:default/labels' },
        { type: 'servedBy', targetRef: 'component:default/Scorer' },
        { type: 'ownedBy', targetRef: 'group:default/payments-fraud' },
        { type: 'trainingDataFor', targetRef: 'model:default/other' },
        { type: 'constructor', targetRef: 'model:default/other' },
        { type: 'basedOn', targetRef: claimant },
      ]),
    );
    expect(problems).toEqual([]);
    expect(relations).toEqual([
      {
        claimant,
        source: 'dataset:default/labels',
        target: claimant,
        types: ['evaluatedOn', 'trainedOn'],
      },
      {
        claimant,
        source: claimant,
        target: 'component:default/scorer',
        types: ['servedBy'],
      },
    ]);
    expect(relationsOfEntity(entityWith()).relations).toEqual([]);
  });

  it('is bounded', () => {
    const { relations, problems } = relationsOfEntity(
      entityWith(
        Array.from({ length: 6000 }, (_, index) => ({
          type: 'dependsOn',
          targetRef: `resource:default/r${index}`,
        })),
      ),
    );
    expect(relations).toHaveLength(5000);
    expect(problems).toEqual([
      `${claimant} declares 6000 connections, of which 5000 are used`,
    ]);
  });
});
