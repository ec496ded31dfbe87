import { previousRefs } from './previousRefs';

function model(annotation?: string) {
  return {
    apiVersion: 'understudy.dev/v1alpha1',
    kind: 'Model',
    metadata: {
      name: 'fraud',
      namespace: 'payments',
      annotations: annotation
        ? { 'understudy.dev/previous-refs': annotation }
        : undefined,
    },
  };
}

describe('previousRefs', () => {
  it('is empty for an entity that was never renamed', () => {
    expect(previousRefs(model())).toEqual([]);
  });

  it('reads refs with and without kind and namespace', () => {
    expect(
      previousRefs(model('Model:default/Fraud-Score, fraud-v1 ,')),
    ).toEqual(['model:default/fraud-score', 'model:payments/fraud-v1']);
  });

  it.each([
    ['dataset:default/x', /is a dataset; a Model was a Model before/],
    ['fraud@7', /names a version/],
    ['two words', /has the name 'two words'/],
    [Array.from({ length: 21 }, (_, i) => `m${i}`).join(), /21 previous/],
  ])('refuses %j', (annotation, message) => {
    expect(() => previousRefs(model(annotation))).toThrow(message);
  });
});
