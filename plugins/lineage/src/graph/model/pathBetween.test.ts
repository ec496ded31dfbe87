import { letterGraph } from '../../__testUtils__/builders';
import { pathBetween } from './pathBetween';

const nodesOf = (connections: string, from: string, to: string) => {
  const path = pathBetween(letterGraph(from, connections), from, to);
  return path && [...path.nodes].sort().join('');
};

describe('pathBetween', () => {
  it('finds all ways along the data', () => {
    expect(nodesOf('a>b b>d a>c c>d a>x y>d', 'a', 'd')).toBe('abcd');
  });

  it('finds them against the data, too', () => {
    expect(nodesOf('a>b b>d a>c c>d', 'd', 'a')).toBe('abcd');
  });

  it('follows a cycle without end', () => {
    expect(nodesOf('a>b b>c c>b c>d', 'a', 'd')).toBe('abcd');
  });

  it('takes the shortest way across when the data flow neither way', () => {
    expect(nodesOf('a>b c>b c>d a>x x>y c>y', 'a', 'd')).toBe('abcd');
  });

  it('leaves connections out that are no part of the way', () => {
    const path = pathBetween(letterGraph('a', 'a>b b>c a>c q>c'), 'a', 'c');
    expect([...path!.edges].sort()).toEqual(['a b', 'a c', 'b c']);
  });

  it('finds nothing where nothing leads', () => {
    expect(nodesOf('a>b c>d', 'a', 'd')).toBeUndefined();
  });
});
