import { GraphSource, LineageSide } from '@understudy/plugin-lineage-common';
import { LineageView } from '../access/LineageView';
import { GraphStore } from './GraphStore';

/** As many entities as the catalog is asked about in one request. */
const MOST_ENTITIES = 500;
/** Connections that are looked at. */
const MOST_CONNECTIONS = 40_000;
/** Neighbours that are looked at of each node of a level: at least and at most. */
const FAN = { least: 25, most: 1000 };

const sides: LineageSide[] = ['upstream', 'downstream'];

/**
 * Asks at once who may see what a walk will probably come across, where the graph
 * is in memory: level by level each answer would be waited for. The walk asks again,
 * and is answered from what is known by then. Where there are too many entities to
 * come across, it is left to the walk, which chooses.
 */
export async function lookAhead(
  source: GraphSource,
  query: {
    root: number;
    depth: Record<LineageSide, number>;
    store: Pick<GraphStore, 'readIdentities'>;
    view: LineageView;
  },
): Promise<void> {
  const { root, store, view } = query;
  // A walk of its own is there only where nothing has to be read for it.
  if (!(await source.walkFrom?.(root, 'upstream'))) {
    return;
  }
  const met = await store.readIdentities([...(await meet(source, query))]);
  const entities = met.filter(({ entityRef }) => entityRef !== undefined);
  if (entities.length <= MOST_ENTITIES) {
    await view.filter(entities);
  }
}

/** What is around a node, as far as a walk goes and as there are not too many connections. */
async function meet(
  source: GraphSource,
  query: { root: number; depth: Record<LineageSide, number> },
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
      for (const [id, { list }] of found[side]) {
        left -= list.length;
        for (const { id: other } of list) {
          if (frontier[side].has(id) && !met.has(other)) {
            next.add(other);
          }
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
