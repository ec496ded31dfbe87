import { Arc, neighboursOf } from '../neighbours';

/**
 * Puts nodes that go round in circles in an order that few of their connections
 * go against: what only gives comes first, what only takes last, and of the rest
 * what gives most compared with what it takes (Eades, Lin and Smyth). Answers
 * the place of each node.
 */
export function orderCircle(count: number, arcs: readonly Arc[]): number[] {
  const { before, after } = neighboursOf(count, arcs);
  const gives = after.map(nodes => nodes.length);
  const takes = before.map(nodes => nodes.length);
  const place = new Array<number>(count).fill(-1);
  let first = 0;
  let last = count - 1;

  const remove = (node: number, at: number) => {
    place[node] = at;
    before[node].forEach(other => (gives[other] -= 1));
    after[node].forEach(other => (takes[other] -= 1));
  };
  while (first <= last) {
    let best = -1;
    for (let node = 0; node < count; node++) {
      if (
        place[node] === -1 &&
        (best === -1 || rank(node, gives, takes) > rank(best, gives, takes))
      ) {
        best = node;
      }
    }
    if (gives[best] === 0 && takes[best] > 0) {
      remove(best, last);
      last -= 1;
    } else {
      remove(best, first);
      first += 1;
    }
  }
  return place;
}

function rank(
  node: number,
  gives: readonly number[],
  takes: readonly number[],
): number {
  return gives[node] === 0 || takes[node] === 0
    ? Infinity
    : gives[node] - takes[node];
}
