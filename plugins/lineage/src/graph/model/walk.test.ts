import { letterGraph } from '../../__testUtils__/builders';
import { adjacencyOf } from './adjacency';
import { walk, WalkDirection } from './walk';

// a and b at the left, c in the middle, d and e at the right.
const places = new Map(
  Object.entries({
    a: [0, 0],
    b: [10, 100],
    c: [300, 60],
    d: [600, 0],
    e: [600, 70],
  }).map(([id, [x, y]]) => [id, { id, x, y }]),
);
const adjacency = adjacencyOf(letterGraph('c', 'a>c b>c c>d c>e').edges);
const step = (from: string, direction: WalkDirection, cameFrom?: string) =>
  walk(from, direction, { places, adjacency, cameFrom });

describe('walk', () => {
  it('follows connections to what is nearest in height', () => {
    expect(step('c', 'right')).toBe('e');
    expect(step('c', 'left')).toBe('b');
    expect(step('a', 'right')).toBe('c');
  });

  it('goes back the way it came', () => {
    expect(step('c', 'left', 'a')).toBe('a');
    expect(step('c', 'right', 'd')).toBe('d');
    expect(step('c', 'right', 'a')).toBe('e');
  });

  it('moves up and down within a column', () => {
    expect(step('a', 'down')).toBe('b');
    expect(step('e', 'up')).toBe('d');
  });

  it('stays where nothing leads', () => {
    expect(step('a', 'left')).toBeUndefined();
    expect(step('d', 'up')).toBeUndefined();
    expect(step('nothing', 'up')).toBeUndefined();
  });
});
