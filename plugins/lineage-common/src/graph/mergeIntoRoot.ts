import {
  GraphNeighbour,
  GraphNeighbours,
  GraphSource,
  LineageSide,
  NodesBySide,
} from './GraphSource';

const sides: LineageSide[] = ['upstream', 'downstream'];
/** Neighbours that are read of all parts together, but for the least of each. */
const MOST_ROWS = 100_000;
const LEAST_FAN = 25;

/**
 * The same graph, in which some nodes are part of another one. A job that
 * appears once per output is asked about as a whole.
 *
 * Neighbours of a fan that is not read as a whole are counted per part. Walks
 * read lists of neighbours, also to choose among nodes, as only these can be joined.
 *
 * @public
 */
export function mergeIntoRoot(
  source: GraphSource,
  root: number,
  parts: readonly number[],
): GraphSource {
  const merged = new Set(parts.filter(part => part !== root));
  if (merged.size === 0) {
    return source;
  }
  const whole = [root, ...merged];
  const expand = (ids: readonly number[]) =>
    ids.flatMap(id => (id === root ? whole : [id]));
  const expandBoth = ({ upstream, downstream }: NodesBySide): NodesBySide => ({
    upstream: expand(upstream),
    downstream: expand(downstream),
  });
  const inWhole = new Set(whole);

  /** Neighbours of one node, or of several that are one. */
  const join = (lists: GraphNeighbours[], most: number): GraphNeighbours => {
    const origins = new Map<number, number>();
    for (const { id: found, origin } of lists.flatMap(({ list }) => list)) {
      const id = inWhole.has(found) ? root : found;
      origins.set(id, (origins.get(id) ?? 0) | origin);
    }
    const list: GraphNeighbour[] = [...origins]
      .map(([id, origin]) => ({ id, origin }))
      .sort((a, b) => a.id - b.id);
    return {
      list: list.slice(0, most),
      more: list.length > most || lists.some(({ more }) => more),
    };
  };

  const { visibility } = source;
  return {
    async neighbours(nodes, most) {
      // Walks read the root first and alone, so nothing else gets fewer.
      const fan = sides.some(side => nodes[side].includes(root))
        ? Math.min(
            most,
            Math.max(LEAST_FAN, Math.floor(MOST_ROWS / whole.length)),
          )
        : most;
      const found = await source.neighbours(expandBoth(nodes), fan);
      const joined = {
        upstream: new Map<number, GraphNeighbours>(),
        downstream: new Map<number, GraphNeighbours>(),
      };
      for (const side of sides) {
        for (const id of nodes[side]) {
          const lists = (id === root ? whole : [id]).flatMap(
            part => found[side].get(part) ?? [],
          );
          joined[side].set(id, join(lists, most));
        }
      }
      return joined;
    },
    async count(nodes) {
      const counts = await source.count(expandBoth(nodes));
      for (const side of sides) {
        if (nodes[side].includes(root)) {
          const total = whole.reduce(
            (sum, part) => sum + (counts[side].get(part) ?? 0),
            0,
          );
          counts[side].set(root, total);
        }
      }
      return counts;
    },
    ...(visibility && { visibility: ids => visibility.call(source, ids) }),
  };
}
