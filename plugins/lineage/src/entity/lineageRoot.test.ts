import { buildEntity } from '../__testUtils__/builders';
import { lineageRoot } from './lineageRoot';

describe('lineageRoot', () => {
  it('is the entity itself', () => {
    expect(lineageRoot(buildEntity('Model', 'fraud-score'))).toBe(
      'model:default/fraud-score',
    );
  });

  it('is the view of a feature', () => {
    const feature = buildEntity('Feature', 'velocity.count');
    expect(lineageRoot(feature)).toBe('feature:default/velocity.count');
    feature.relations = [
      { type: 'ownedBy', targetRef: 'group:default/fraud' },
      { type: 'partOf', targetRef: 'system:default/payments' },
      { type: 'partOf', targetRef: 'featureview:default/velocity' },
    ];
    expect(lineageRoot(feature)).toBe('featureview:default/velocity');
  });
});
