import { letterGraph } from '../__testUtils__/builders';
import { environmentsOfRoot, isOnlyElsewhere } from './environmentsOfRoot';

describe('environmentsOfRoot', () => {
  it('counts what was named somewhere and is connected to nothing there', () => {
    const graph = letterGraph('a', 'a>b');
    graph.environments = [{ name: 'production', edges: 1 }];
    graph.nodes[0].environments = ['production', 'qa'];
    expect(environmentsOfRoot(graph)).toEqual([
      { name: 'production', edges: 1 },
      { name: 'qa', edges: 0 },
    ]);
  });
});

describe('isOnlyElsewhere', () => {
  const staging = { name: 'staging', edges: 2 };
  it.each([
    [[], false],
    [[staging], true],
    [[{ name: 'staging', edges: 0 }], true],
    // Who may not see its connections must not be told that there are none.
    [[{ name: 'production', edges: 1 }, staging], false],
    [[{ name: 'production', edges: 0 }, staging], true],
    [
      [
        { name: 'production', edges: 0 },
        { name: 'staging', edges: 0 },
      ],
      false,
    ],
  ])('of %j beside production is %p', (known, expected) => {
    expect(isOnlyElsewhere(known, 'production')).toBe(expected);
  });

  it('is never so while all are shown', () => {
    expect(isOnlyElsewhere([staging], '*')).toBe(false);
  });
});
