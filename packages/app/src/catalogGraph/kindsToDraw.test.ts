import { kindsToDraw } from './kindsToDraw';

const view = {
  apiVersion: 'understudy.dev/v1alpha1',
  kind: 'FeatureView',
  metadata: { name: 'card-activity' },
};

describe('kindsToDraw', () => {
  it('names each kind once and leaves features out', () => {
    expect(
      kindsToDraw({
        ...view,
        relations: [
          { type: 'hasPart', targetRef: 'feature:default/card-activity.a' },
          { type: 'ownedBy', targetRef: 'group:default/feature-platform' },
          { type: 'derivedFrom', targetRef: 'dataset:default/payments' },
          { type: 'derivedFrom', targetRef: 'dataset:default/chargebacks' },
        ],
      }),
    ).toEqual(['dataset', 'group']);
  });

  it('has nothing to draw without relations', () => {
    expect(kindsToDraw(view)).toEqual([]);
  });
});
