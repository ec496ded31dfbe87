import { ALL_RELATIONS } from '@backstage/plugin-catalog-graph';
import { mlGraphRelations } from '@understudy/plugin-ml-common';
import { relationTitle } from './relationTitle';

describe('relationTitle', () => {
  it.each([
    ['consumesFeature', 'consumes features of'],
    ['trainingDataFor', 'training data for'],
    ['ownedBy', 'owned by'],
    ['apiProvidedBy', 'api provided by'],
  ])('calls %s "%s"', (type, title) => {
    expect(relationTitle(type)).toBe(title);
  });

  it('has words for every relation the graph draws', () => {
    for (const type of [...ALL_RELATIONS, ...mlGraphRelations.relations]) {
      expect(relationTitle(type)).toMatch(/^[a-z]+( [a-z]+)*$/);
    }
  });
});
