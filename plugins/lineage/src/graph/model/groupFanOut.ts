import {
  LineageEdge,
  LineageGraph,
  LineageNode,
} from '@understudy/plugin-lineage-common';
import { edgeKey, Side, SIDES } from './adjacency';
import { kindWord } from './kindWord';
import { NumberedGraph } from './NumberedGraph';

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
  const { nodes } = graph;
  const numbered = new NumberedGraph(graph);
  const { ids } = numbered;
  const root = numbered.numberOf(graph.root);
  const hops = root === undefined ? new Int32Array(0) : numbered.hopsFrom(root);
  const groups = new Map<string, FanOutGroup>();
  const groupOf = new Map<string, string>();
  /** By number. */
  const groupAt: (string | undefined)[] = ids.map(() => undefined);

  const fold = (
    group: Omit<FanOutGroup, 'behind' | 'members'>,
    members: readonly number[],
  ) => {
    groups.set(group.id, {
      ...group,
      members: members.map(member => ids[member]),
      behind: [],
    });
    members.forEach(member => {
      groupAt[member] = group.id;
      groupOf.set(ids[member], group.id);
    });
  };

  // From the root outwards: what is nearer is settled when a node is looked at.
  for (const number of outwards(nodes, hops)) {
    const id = ids[number];
    const through = onlyThrough(number, { numbered, hops, groupAt });
    if (through && groupAt[number] === undefined && !apart?.has(id)) {
      groupAt[number] = through;
      groupOf.set(id, through);
      groups.get(through)?.behind.push(id);
    }
    if (groupAt[number] !== undefined) {
      continue;
    }
    for (const side of SIDES) {
      const further: number[] = [];
      for (const neighbour of numbered.neighbours(number, side)) {
        const isNode = neighbour < nodes.length;
        const isFurther = hops[neighbour] === hops[number] + 1;
        if (isNode && isFurther && groupAt[neighbour] === undefined) {
          further.push(neighbour);
        }
      }
      if (folded.size > 0 && folded.has(sideKey(id, side))) {
        if (further.length > 0) {
          fold(
            { id: `folded ${sideKey(id, side)}`, parent: id, side },
            further.sort((a, b) => compare(ids[a], ids[b])),
          );
        }
        continue;
      }
      if (further.length <= MAX_SIBLINGS) {
        continue;
      }
      for (const [kind, siblings] of byKind(further, nodes)) {
        const groupId = moreGroup({ id, side, kind });
        if (siblings.length > MAX_SIBLINGS && !open.has(groupId)) {
          const members = siblings
            .sort(
              (a, b) =>
                degree(numbered, b) - degree(numbered, a) ||
                compare(ids[a], ids[b]),
            )
            .slice(MAX_SIBLINGS)
            .filter(member => !apart?.has(ids[member]));
          fold({ id: groupId, parent: id, side, kind }, members);
        }
      }
    }
  }

  return {
    root: graph.root,
    nodes: nodes.filter((_node, number) => groupAt[number] === undefined),
    groups: [...groups.values()],
    edges: drawnEdges(
      graph.edges.filter(({ parallel }) => !parallel),
      groupOf,
    ),
    groupOf,
  };
}

/** The nodes that are reached from the root, nearest first and by id. */
function outwards(nodes: readonly LineageNode[], hops: Int32Array): number[] {
  const levels: number[][] = [];
  nodes.forEach((_node, number) => {
    const distance = hops[number] ?? -1;
    if (distance >= 0) {
      levels[distance] ??= [];
      levels[distance].push(number);
    }
  });
  return levels.flatMap(level =>
    level.sort((a, b) => compare(nodes[a].id, nodes[b].id)),
  );
}

/** The group of a node that is reached from the root through grouped nodes only. */
function onlyThrough(
  number: number,
  known: {
    numbered: NumberedGraph;
    hops: Int32Array;
    groupAt: readonly (string | undefined)[];
  },
): string | undefined {
  const { numbered, hops, groupAt } = known;
  if (hops[number] < 2) {
    return undefined;
  }
  let first: string | undefined;
  for (const side of SIDES) {
    for (const neighbour of numbered.neighbours(number, side)) {
      if (hops[neighbour] === hops[number] - 1) {
        if (groupAt[neighbour] === undefined) {
          return undefined;
        }
        first ??= groupAt[neighbour];
      }
    }
  }
  return first;
}

function drawnEdges(
  edges: readonly LineageEdge[],
  groupOf: ReadonlyMap<string, string>,
): LineageEdge[] {
  const drawn: LineageEdge[] = [];
  // Most edges stay what they are; of those that lead to a group several are one.
  const places = new Map<string, number>();
  for (const edge of edges) {
    const source = groupOf.get(edge.source);
    const target = groupOf.get(edge.target);
    if (source === undefined && target === undefined) {
      drawn.push(edge);
    } else if (source !== target || edge.source === edge.target) {
      const moved = {
        ...edge,
        source: source ?? edge.source,
        target: target ?? edge.target,
      };
      const key = edgeKey(moved);
      const place = places.get(key) ?? drawn.length;
      const before = drawn.at(place);
      places.set(key, place);
      drawn[place] =
        before && before.origin !== moved.origin
          ? { ...moved, origin: 'both' }
          : moved;
    }
  }
  return drawn;
}

function byKind(
  numbers: readonly number[],
  nodes: readonly LineageNode[],
): Map<string, number[]> {
  const kinds = new Map<string, number[]>();
  for (const number of numbers) {
    const kind = kindWord(nodes[number]);
    const siblings = kinds.get(kind) ?? [];
    siblings.push(number);
    kinds.set(kind, siblings);
  }
  return kinds;
}

function degree(numbered: NumberedGraph, number: number): number {
  return (
    numbered.neighbours(number, 'upstream').length +
    numbered.neighbours(number, 'downstream').length
  );
}

/** By code points: the same order everywhere, whatever the language. */
function compare(a: string, b: string): number {
  if (a === b) {
    return 0;
  }
  return a < b ? -1 : 1;
}
