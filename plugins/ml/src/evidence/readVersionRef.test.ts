import { readVersionRef } from './readVersionRef';

describe('readVersionRef', () => {
  it('reads a ref in full, with and without version', () => {
    expect(readVersionRef('dataset:default/holdout@2026-10')).toEqual({
      kind: 'dataset',
      namespace: 'default',
      name: 'holdout',
      version: '2026-10',
    });
    expect(readVersionRef('featureview:risk/card-velocity')).toMatchObject({
      name: 'card-velocity',
    });
  });

  it.each(['holdout', 's3://raw/x', 'default/holdout', 'a:b/c-@1', ''])(
    'takes %p as a name',
    text => {
      expect(readVersionRef(text)).toBeUndefined();
    },
  );
});
