import { LineageSide, NodeVisibility } from '../GraphSource';
import { Neighbourhood } from '../describeNeighbourhood';
import { NeighbourhoodQuery } from '../walkNeighbourhood';
import { TestEdge } from './MemoryGraph';

interface Link {
  origin: number;
  via: number;
  restricted: boolean;
}

/** All ways without repetition from one shown node to the next ones. */
function* waysFrom(
  start: number,
  edges: readonly TestEdge[],
  how: (id: number) => NodeVisibility,
): Generator<{ to: number; origins: number[]; through: number[] }> {
  const stack = [
    { at: start, origins: [] as number[], through: [] as number[] },
  ];
  for (let way = stack.pop(); way; way = stack.pop()) {
    for (const [from, to, origin = 1] of edges) {
      if (from !== way.at) {
        continue;
      }
      const origins = [...way.origins, origin];
      if (how(to) === 'shown') {
        yield { to, origins, through: way.through };
      } else if (!way.through.includes(to)) {
        stack.push({ at: to, origins, through: [...way.through, to] });
      }
    }
  }
}

/** The graph as a caller sees it, found by trying every way. */
export function naiveVisibleGraph(
  edges: readonly TestEdge[],
  ids: readonly number[],
  how: (id: number) => NodeVisibility,
): Map<number, Map<number, Link>> {
  const graph = new Map<number, Map<number, Link>>();
  for (const start of ids.filter(id => how(id) === 'shown')) {
    const links = new Map<number, Link>();
    const ways = [...waysFrom(start, edges, how)];
    for (const to of new Set(ways.map(way => way.to))) {
      if (to === start) {
        continue;
      }
      const clean = ways.filter(
        way => way.to === to && way.through.every(id => how(id) === 'hidden'),
      );
      const all = (bit: number) =>
        clean.some(way => way.origins.every(origin => (origin & bit) !== 0));
      const origin = (all(1) ? 1 : 0) + (all(2) ? 2 : 0);
      links.set(
        to,
        clean.length === 0
          ? { origin: 1, via: 0, restricted: true }
          : {
              origin: origin === 0 ? 2 : origin,
              via: Math.min(...clean.map(way => way.through.length)),
              restricted: false,
            },
      );
    }
    graph.set(start, links);
  }
  return graph;
}

/** What `walkNeighbourhood` promises, said as plainly as possible. */
export function naiveWalk(
  edges: readonly TestEdge[],
  visibility: Record<number, NodeVisibility>,
  query: NeighbourhoodQuery,
): Neighbourhood {
  const { root, depth, limit } = query;
  const ids = [...new Set([root, ...edges.flatMap(([a, b]) => [a, b])])];
  const how = (id: number): NodeVisibility =>
    id === root ? 'shown' : (visibility[id] ?? 'shown');
  const backwards = edges.map(([from, to, origin]): TestEdge => [
    to,
    from,
    origin,
  ]);
  const links = {
    downstream: naiveVisibleGraph(edges, ids, how),
    upstream: naiveVisibleGraph(backwards, ids, how),
  };
  const linksOf = (id: number, side: LineageSide) => [
    ...(links[side].get(id)?.keys() ?? []),
  ];
  const hops = (side: LineageSide, within: (id: number) => boolean) => {
    const found = new Map([[root, 0]]);
    for (let hop = 1; hop <= depth[side]; hop++) {
      for (const [id, at] of [...found]) {
        if (at === hop - 1) {
          linksOf(id, side)
            .filter(other => within(other) && !found.has(other))
            .forEach(other => found.set(other, hop));
        }
      }
    }
    return found;
  };
  const degree = (id: number) =>
    linksOf(id, 'upstream').length + linksOf(id, 'downstream').length;
  const far = {
    upstream: hops('upstream', () => true),
    downstream: hops('downstream', () => true),
  };
  const nearest = (id: number) =>
    Math.min(
      far.upstream.get(id) ?? Infinity,
      far.downstream.get(id) ?? Infinity,
    );
  const inReach = ids.filter(id => nearest(id) < Infinity);
  const chosen = inReach
    .sort((a, b) => nearest(a) - nearest(b) || degree(b) - degree(a) || a - b)
    .slice(0, limit);
  const truncated = inReach.length > chosen.length;
  const isChosen = (id: number) => chosen.includes(id);
  const near = {
    upstream: hops('upstream', isChosen),
    downstream: hops('downstream', isChosen),
  };
  const answer = chosen.flatMap(source =>
    [...(links.downstream.get(source) ?? [])]
      .filter(([target]) => isChosen(target))
      .map(([target, link]) => ({ source, target, ...link })),
  );
  const lastLevel = truncated
    ? nearest(inReach[chosen.length])
    : Number.POSITIVE_INFINITY;
  const meetsRestricted = (['upstream', 'downstream'] as const).some(side =>
    [...far[side]].some(
      ([id, hop]) =>
        hop < depth[side] &&
        hop < lastLevel &&
        touchesRestricted(id, side === 'downstream' ? edges : backwards, how),
    ),
  );
  return {
    nodes: chosen.map(id => ({
      id,
      distance: {
        ...(near.upstream.has(id) && { upstream: near.upstream.get(id) }),
        ...(near.downstream.has(id) && { downstream: near.downstream.get(id) }),
      },
      hidden: {
        upstream: linksOf(id, 'upstream').filter(o => !isChosen(o)).length,
        downstream: linksOf(id, 'downstream').filter(o => !isChosen(o)).length,
      },
    })),
    edges: answer,
    truncated,
    complete: !meetsRestricted && !answer.some(edge => edge.restricted),
  };
}

function touchesRestricted(
  start: number,
  edges: readonly TestEdge[],
  how: (id: number) => NodeVisibility,
): boolean {
  const seen = new Set([start]);
  const queue = [start];
  for (let at = queue.pop(); at !== undefined; at = queue.pop()) {
    for (const [from, to] of edges) {
      if (from === at && !seen.has(to) && how(to) !== 'shown') {
        if (how(to) === 'restricted') {
          return true;
        }
        seen.add(to);
        queue.push(to);
      }
    }
  }
  return false;
}
