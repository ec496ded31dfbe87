import {
  GraphNeighbours,
  GraphSource,
  LineageSide,
  NodeVisibility,
} from '@understudy/plugin-lineage-common';
import { GraphStore } from './GraphStore';

/** As many entities as the catalog is asked about in one request. */
const MOST_ENTITIES = 500;
/** Connections that are looked at. */
const MOST_CONNECTIONS = 40_000;
/** Neighbours that are looked at of each node of a level: at least and at most. */
const FAN = { least: 25, most: 1000 };

const sides: LineageSide[] = ['upstream', 'downstream'];
const NONE: GraphNeighbours = { list: [], more: false };

/** Lists of neighbours, by the node that they are next to. */
type KnownLists = Record<LineageSide, Map<number, GraphNeighbours>>;

/**
 * Asks at once who may see what a walk will probably come across, where the graph
 * is in memory: level by level each answer would be waited for. The walk asks again,
 * and is answered from what is known by then. Where there are too many entities to
 * come across, it is left to the walk, which chooses.
 *
 * @returns the source for the walk, which knows what was looked at.
 */
export async function lookAhead(
  source: GraphSource,
  query: {
    root: number;
    depth: Record<LineageSide, number>;
    store: Pick<GraphStore, 'readIdentities'>;
  },
): Promise<GraphSource> {
  const { root, store } = query;
  // A walk of its own is there only where nothing has to be read for it.
  if (!(await source.walkFrom?.(root, 'upstream'))) {
    return source;
  }
  const lists: KnownLists = { upstream: new Map(), downstream: new Map() };
  const around = [...(await meet(source, query, lists))];
  const met = await store.readIdentities(around);
  const entities = met.filter(({ entityRef }) => entityRef !== undefined);
  return withKnown(source, {
    lists,
    visibility:
      entities.length <= MOST_ENTITIES
        ? await source.visibility?.(around)
        : undefined,
  });
}

/** What is around a node, as far as a walk goes and as there are not too many connections. */
async function meet(
  source: GraphSource,
  query: { root: number; depth: Record<LineageSide, number> },
  lists: KnownLists,
): Promise<Set<number>> {
  const { root, depth } = query;
  const met = new Set([root]);
  const frontier = { upstream: new Set([root]), downstream: new Set([root]) };
  const most = Math.max(...Object.values(depth));
  let left = MOST_CONNECTIONS;
  // What is behind the last nodes is counted, so it is looked at, too.
  for (let hops = 0; hops <= most; hops += 1) {
    const level = [...new Set(sides.flatMap(side => [...frontier[side]]))];
    const fan = Math.floor(left / Math.max(1, level.length));
    if (level.length === 0 || fan < FAN.least) {
      return met;
    }
    const found = await source.neighbours(
      { upstream: level, downstream: level },
      Math.min(FAN.most, fan),
    );
    for (const side of sides) {
      const next = new Set<number>();
      for (const id of level) {
        const neighbours = found[side].get(id) ?? NONE;
        lists[side].set(id, neighbours);
        left -= neighbours.list.length;
        if (frontier[side].has(id)) {
          neighbours.list.forEach(({ id: other }) => {
            if (!met.has(other)) {
              next.add(other);
            }
          });
        }
      }
      frontier[side] = next;
    }
    for (const side of sides) {
      for (const { list } of found[side].values()) {
        list.forEach(({ id }) => met.add(id));
      }
    }
  }
  return met;
}

/** The same graph, where what is known need not be looked for once more. */
function withKnown(
  source: GraphSource,
  known: {
    lists: KnownLists;
    visibility: Map<number, NodeVisibility> | undefined;
  },
): GraphSource {
  const { lists, visibility } = known;
  const look = source.visibility;
  return {
    ...source,
    ...(look &&
      visibility && {
        visibility: async ids =>
          ids.every(id => visibility.has(id))
            ? visibility
            : await look.call(source, ids),
      }),
    async neighbours(nodes, most) {
      const found: KnownLists = { upstream: new Map(), downstream: new Map() };
      const unknown = (side: LineageSide) =>
        nodes[side].filter(id => {
          const neighbours = lists[side].get(id);
          if (!neighbours || !isAsRead(neighbours, most)) {
            return true;
          }
          found[side].set(id, neighbours);
          return false;
        });
      const asked = {
        upstream: unknown('upstream'),
        downstream: unknown('downstream'),
      };
      if (asked.upstream.length + asked.downstream.length > 0) {
        const read = await source.neighbours(asked, most);
        for (const side of sides) {
          read[side].forEach((list, id) => found[side].set(id, list));
        }
      }
      return found;
    },
  };
}

/** Whether it is what would be read when at most so many were. */
function isAsRead({ list, more }: GraphNeighbours, most: number): boolean {
  return list.length === most || (list.length < most && !more);
}
