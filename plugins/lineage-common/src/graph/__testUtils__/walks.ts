import { Neighbourhood } from '../describeNeighbourhood';
import { NodeVisibility } from '../GraphSource';
import { NeighbourhoodQuery, walkNeighbourhood } from '../walkNeighbourhood';
import { MeasuredGraph, MemoryGraph, TestEdge } from './MemoryGraph';

/** How nodes may be seen; those that are not named are shown. */
export type Visibility = Record<number, NodeVisibility>;

/** `1 -> 2` and so on, sorted; `~>` leads through what may not be seen. */
export function drawn({ edges }: Neighbourhood): string[] {
  return edges
    .map(
      ({ source, target, via, restricted }) =>
        `${source} ${restricted ? '~>' : '->'} ${target}${via ? ` (${via})` : ''}`,
    )
    .sort();
}

/** `1: up 0, down 2` for every node. */
export function placed({ nodes }: Neighbourhood): string[] {
  return nodes.map(({ id, distance: { upstream, downstream } }) =>
    [
      `${id}:`,
      ...(upstream === undefined ? [] : [`up ${upstream}`]),
      ...(downstream === undefined ? [] : [`down ${downstream}`]),
    ].join(' '),
  );
}

/** The same, whatever the order. */
export function sorted(found: Neighbourhood): Neighbourhood {
  return {
    ...found,
    nodes: [...found.nodes].sort((a, b) => a.id - b.id),
    edges: [...found.edges].sort(
      (a, b) => a.source - b.source || a.target - b.target,
    ),
  };
}

/** Walks ten steps on both sides from node 1, unless told otherwise. */
export async function walk(
  edges: TestEdge[],
  options: Partial<NeighbourhoodQuery> & {
    visibility?: Visibility;
    /** The source knows how much nodes are connected. */
    isMeasured?: boolean;
  } = {},
) {
  const { visibility, isMeasured, ...query } = options;
  const Graph = isMeasured ? MeasuredGraph : MemoryGraph;
  return await walkNeighbourhood(new Graph(edges, visibility), {
    root: 1,
    depth: { upstream: 10, downstream: 10 },
    limit: 300,
    ...query,
  });
}
