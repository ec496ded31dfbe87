import { buildEntity } from '../__testUtils__/builders';
import { lineageRoot } from './lineageRoot';

describe('lineageRoot', () => {
  it('is the entity itself', () => {
    expect(lineageRoot(buildEntity('Model', 'fraud-score'))).toEqual({
      root: 'model:default/fraud-score',
    });
  });

  it('is the view of a feature', () => {
    const feature = buildEntity('Feature', 'velocity.count');
    expect(lineageRoot(feature)).toEqual({
      root: 'feature:default/velocity.count',
    });
    feature.relations = [
      { type: 'ownedBy', targetRef: 'group:default/fraud' },
      { type: 'partOf', targetRef: 'system:default/payments' },
      { type: 'partOf', targetRef: 'featureview:default/velocity' },
    ];
    expect(lineageRoot(feature)).toEqual({
      root: 'featureview:default/velocity',
    });
    feature.spec = { field: 'count' };
    expect(lineageRoot(feature)).toEqual({
      root: 'featureview:default/velocity',
      field: 'count',
    });
  });
});
