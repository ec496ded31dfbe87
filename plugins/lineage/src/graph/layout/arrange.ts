import { FlowGraph } from '../model/toFlow';
import { LayoutApi, LayoutQuality } from './LayoutApi';
import { placeBeside } from './placeBeside';
import { Coordinates, Point } from './types';

/** So many new nodes find places beside the others; with more, all are arranged anew. */
const MAX_BESIDE = 150;

/** Places by id of node. */
export type Places = ReadonlyMap<string, Point>;

/** Where connections pass between their ends, by {@link pairKey}. */
export type Bends = ReadonlyMap<string, readonly Point[]>;

/** The two ends of a connection as one text. */
export function pairKey(edge: { source: string; target: string }): string {
  return `${edge.source} ${edge.target}`;
}

/**
 * Adds what is new to an arrangement without moving anything. Undefined when
 * that is too much for it to be worth the look of it.
 */
export function arrangeBeside(
  flow: FlowGraph,
  before: Places,
): Places | undefined {
  const kept = new Map(
    flow.nodes.flatMap(({ id }) => {
      const point = before.get(id);
      return point ? [[id, point] as const] : [];
    }),
  );
  const added = flow.nodes.length - kept.size;
  if (kept.size === 0 || added > MAX_BESIDE) {
    return undefined;
  }
  return added === 0 ? kept : placeBeside(flow.nodes, flow.edges, kept);
}

/**
 * Arranges everything. The root stays where it was, so that readers find
 * themselves in the new picture.
 */
export async function arrangeAnew(
  flow: FlowGraph,
  options: { layoutApi: LayoutApi; before?: Places; signal: AbortSignal },
): Promise<{ places: Places; bends: Bends; quality: LayoutQuality }> {
  const { layoutApi, before, signal } = options;
  const indexes = new Map(flow.nodes.map(({ id }, index) => [id, index]));
  const edges = flow.edges.flatMap(edge => {
    const [from, to] = [indexes.get(edge.source), indexes.get(edge.target)];
    return from === undefined || to === undefined
      ? []
      : [{ key: pairKey(edge), ends: [from, to] as const }];
  });
  const { positions, bends, quality } = await layoutApi.layout(
    {
      nodes: flow.nodes.map(({ width, height }) => ({ width, height })),
      edges: edges.map(({ ends }) => ends),
    },
    { signal },
  );
  const rootBefore = before?.get(flow.root) ?? { x: 0, y: 0 };
  const [rootX, rootY] = positions[indexes.get(flow.root) ?? 0] ?? [0, 0];
  const moved = ([x, y]: Coordinates): Point => ({
    x: x - rootX + rootBefore.x,
    y: y - rootY + rootBefore.y,
  });
  return {
    quality,
    places: new Map(
      flow.nodes.map(({ id }, index) => [id, moved(positions[index])]),
    ),
    bends: new Map(
      edges.map(({ key }, index) => [key, (bends[index] ?? []).map(moved)]),
    ),
  };
}
