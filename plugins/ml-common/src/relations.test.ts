import {
  mlGraphRelations,
  mlRelationPairs,
  reverseRelation,
} from './relations';

describe('mlRelationPairs', () => {
  it('gives every type one reverse and one title', () => {
    const seen = new Map<string, string>();
    for (const { forward, reverse } of mlRelationPairs) {
      for (const [a, b] of [
        [forward, reverse],
        [reverse, forward],
      ]) {
        const meaning = `${a.title} / ${b.type}`;
        expect(seen.get(a.type) ?? meaning).toBe(meaning);
        seen.set(a.type, meaning);
      }
    }
  });
});

describe('mlGraphRelations', () => {
  it('holds each pair once and all types', () => {
    const { relations, relationPairs } = mlGraphRelations;
    expect(new Set(relationPairs.map(String)).size).toBe(relationPairs.length);
    expect(relationPairs).toContainEqual(['trainedOn', 'trainingDataFor']);
    expect([...relations].sort()).toEqual(relationPairs.flat().sort());
  });
});

describe('reverseRelation', () => {
  it.each([
    ['trainedOn', 'Model', 'Dataset', 'trainingDataFor'],
    ['trainingDataFor', 'dataset', 'model', 'trainedOn'],
    ['servedBy', 'model', 'api', 'serves'],
    ['partOf', 'Feature', 'FeatureView', 'hasPart'],
    ['producedBy', 'Dataset', 'Component', 'produces'],
    ['servedBy', 'Model', 'Dataset', undefined],
    ['dependsOn', 'Component', 'Component', undefined],
  ])('of %s from %s to %s is %s', (type, from, to, reverse) => {
    expect(reverseRelation(type, { from, to })).toBe(reverse);
  });
});
