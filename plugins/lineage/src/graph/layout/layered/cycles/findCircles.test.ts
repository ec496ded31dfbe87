import * as fc from 'fast-check';
import { anyGraph } from '../../__testUtils__/graphs';
import { neighboursOf } from '../neighbours';
import { findCircles } from './findCircles';

function reachable(after: readonly (readonly number[])[], from: number) {
  const found = [from];
  for (const node of found) {
    found.push(...after[node].filter(next => !found.includes(next)));
  }
  return new Set(found);
}

describe('findCircles', () => {
  it('tells which nodes can be reached from each other', () => {
    fc.assert(
      fc.property(anyGraph({ nodes: 15, edges: 25 }), graph => {
        const { after } = neighboursOf(graph.nodes.length, graph.edges);
        const circleOf = findCircles(after);
        const reach = after.map((_, node) => reachable(after, node));
        reach.forEach((nodes, one) =>
          reach.forEach((others, other) => {
            expect(circleOf[one] === circleOf[other]).toBe(
              nodes.has(other) && others.has(one),
            );
          }),
        );
      }),
    );
  });

  it('goes round a circle of any length', () => {
    const after = Array.from({ length: 20_000 }, (_, node) => [
      (node + 1) % 20_000,
    ]);
    expect(new Set(findCircles(after)).size).toBe(1);
  });
});
