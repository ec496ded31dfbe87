import {
  LineageEdge,
  LineageGraph,
  LineageNode,
} from '@understudy/plugin-lineage-common';
import {
  Adjacency,
  adjacencyOf,
  edgeKey,
  neighboursOf,
  Side,
  SIDES,
} from './adjacency';
import { hopsFrom } from './distances';
import { kindWord } from './kindWord';

/** So many siblings of one kind are drawn one by one. */
export const MAX_SIBLINGS = 20;

/** Several neighbours of one node, drawn as one. */
export interface FanOutGroup {
  id: string;
  /** The node whose neighbours they are, and on which side of it. */
  parent: string;
  side: Side;
  /** In the words of the filter; undefined when it is a folded side, of any kinds. */
  kind?: string;
  /** Neighbours of the parent. */
  members: string[];
  /** What is reached through members only, and so is not drawn either. */
  behind: string[];
}

/** A graph of which some nodes are drawn as one. */
export interface GroupedGraph {
  root: string;
  nodes: LineageNode[];
  groups: FanOutGroup[];
  /** Ends are nodes or groups. */
  edges: LineageEdge[];
  /** The group that stands for a node. */
  groupOf: ReadonlyMap<string, string>;
}

/** What the reader has opened and folded. */
export interface GroupingChoices {
  /** Groups whose members are drawn one by one, from `moreGroup`. */
  open: ReadonlySet<string>;
  /** Sides that are folded away, from `sideKey`. */
  folded: ReadonlySet<string>;
  /** Ids of nodes that are drawn one by one all the same, unless they are folded away. */
  apart?: ReadonlySet<string>;
}

/** One side of a node as one text. */
export function sideKey(id: string, side: Side): string {
  return `${side} ${id}`;
}

/** The id of the group of siblings of one kind on one side of a node. */
export function moreGroup(of: {
  id: string;
  side: Side;
  kind: string;
}): string {
  return `more ${of.kind} ${sideKey(of.id, of.side)}`;
}

/**
 * Of more than 20 siblings of one kind, draws the best connected 20 one by one
 * and the rest as a group. What is reached through grouped nodes only goes with
 * them, so that a hub with a hundred readers does not fill the picture with
 * what lies behind each. Siblings are neighbours on one side of a node, one hop
 * further from the root than it.
 *
 * What is declared where a way through jobs was observed is left out: it would be
 * a second line that says the same.
 */
export function groupFanOut(
  graph: LineageGraph,
  { open, folded, apart }: GroupingChoices,
): GroupedGraph {
  const adjacency = adjacencyOf(graph.edges);
  const hops = hopsFrom(adjacency, graph.root);
  const byId = new Map(graph.nodes.map(node => [node.id, node]));
  const groups = new Map<string, FanOutGroup>();
  const groupOf = new Map<string, string>();

  const fold = (group: Omit<FanOutGroup, 'behind'>) => {
    groups.set(group.id, { ...group, behind: [] });
    group.members.forEach(member => groupOf.set(member, group.id));
  };

  // From the root outwards: what is nearer is settled when a node is looked at.
  const outwards = graph.nodes
    .filter(({ id }) => hops.has(id))
    .sort((a, b) => hops.get(a.id)! - hops.get(b.id)! || compare(a.id, b.id));
  for (const { id } of outwards) {
    const through = onlyThrough(id, { adjacency, hops, groupOf });
    if (!groupOf.has(id) && through && !apart?.has(id)) {
      groupOf.set(id, through);
      groups.get(through)?.behind.push(id);
    }
    if (groupOf.has(id)) {
      continue;
    }
    for (const side of SIDES) {
      const further = neighboursOf(adjacency, id, side).flatMap(neighbour => {
        const node = byId.get(neighbour);
        const isFurther = hops.get(neighbour) === hops.get(id)! + 1;
        return node && isFurther && !groupOf.has(neighbour) ? [node] : [];
      });
      if (folded.has(sideKey(id, side))) {
        if (further.length > 0) {
          const members = further.map(node => node.id).sort(compare);
          fold({
            id: `folded ${sideKey(id, side)}`,
            parent: id,
            side,
            members,
          });
        }
        continue;
      }
      for (const [kind, siblings] of byKind(further)) {
        const groupId = moreGroup({ id, side, kind });
        if (siblings.length > MAX_SIBLINGS && !open.has(groupId)) {
          const members = siblings
            .map(node => node.id)
            .sort(
              (a, b) =>
                degree(adjacency, b) - degree(adjacency, a) || compare(a, b),
            )
            .slice(MAX_SIBLINGS)
            .filter(member => !apart?.has(member));
          fold({ id: groupId, parent: id, side, kind, members });
        }
      }
    }
  }

  return {
    root: graph.root,
    nodes: graph.nodes.filter(({ id }) => !groupOf.has(id)),
    groups: [...groups.values()],
    edges: drawnEdges(
      graph.edges.filter(({ parallel }) => !parallel),
      groupOf,
    ),
    groupOf,
  };
}

/** The group of a node that is reached from the root through grouped nodes only. */
function onlyThrough(
  id: string,
  known: {
    adjacency: Adjacency;
    hops: ReadonlyMap<string, number>;
    groupOf: ReadonlyMap<string, string>;
  },
): string | undefined {
  const distance = known.hops.get(id)!;
  if (distance < 2) {
    return undefined;
  }
  const nearer = SIDES.flatMap(side =>
    neighboursOf(known.adjacency, id, side),
  ).filter(neighbour => known.hops.get(neighbour) === distance - 1);
  return nearer.every(neighbour => known.groupOf.has(neighbour))
    ? known.groupOf.get(nearer[0])
    : undefined;
}

function drawnEdges(
  edges: readonly LineageEdge[],
  groupOf: ReadonlyMap<string, string>,
): LineageEdge[] {
  const drawn = new Map<string, LineageEdge>();
  for (const edge of edges) {
    const source = groupOf.get(edge.source) ?? edge.source;
    const target = groupOf.get(edge.target) ?? edge.target;
    if (source !== target || edge.source === edge.target) {
      const moved = { ...edge, source, target };
      const before = drawn.get(edgeKey(moved));
      drawn.set(
        edgeKey(moved),
        before && before.origin !== moved.origin
          ? { ...moved, origin: 'both' }
          : moved,
      );
    }
  }
  return [...drawn.values()];
}

function byKind(nodes: readonly LineageNode[]): Map<string, LineageNode[]> {
  const kinds = new Map<string, LineageNode[]>();
  for (const node of nodes) {
    const kind = kindWord(node);
    const siblings = kinds.get(kind) ?? [];
    siblings.push(node);
    kinds.set(kind, siblings);
  }
  return kinds;
}

function degree(adjacency: Adjacency, id: string): number {
  return (
    neighboursOf(adjacency, id, 'upstream').length +
    neighboursOf(adjacency, id, 'downstream').length
  );
}

/** By code points: the same order everywhere, whatever the language. */
function compare(a: string, b: string): number {
  if (a === b) {
    return 0;
  }
  return a < b ? -1 : 1;
}
