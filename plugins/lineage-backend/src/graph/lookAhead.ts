import { GraphSource, LineageSide } from '@understudy/plugin-lineage-common';

/** As many as the catalog is asked about in one request. */
const MOST = 500;

const sides: LineageSide[] = ['upstream', 'downstream'];

/**
 * Asks at once who may see what a walk will probably come across, where the graph
 * is in memory: level by level each answer would be waited for. The walk asks again,
 * and is answered from what is known by then. Where there is too much to come
 * across, it is left to the walk, which chooses.
 */
export async function lookAhead(
  source: GraphSource,
  query: { root: number; depth: Record<LineageSide, number> },
): Promise<void> {
  const { root, depth } = query;
  // A walk of its own is there only where nothing has to be read for it.
  if (!source.visibility || !(await source.walkFrom?.(root, 'upstream'))) {
    return;
  }
  const met = new Set([root]);
  const frontier = { upstream: new Set([root]), downstream: new Set([root]) };
  const most = Math.max(...Object.values(depth));
  // What is behind the last nodes is counted, so it is looked at, too.
  for (let hops = 0; hops <= most && met.size <= MOST; hops += 1) {
    const level = [...new Set(sides.flatMap(side => [...frontier[side]]))];
    const found = await source.neighbours(
      { upstream: level, downstream: level },
      MOST,
    );
    for (const side of sides) {
      const next = new Set<number>();
      for (const [id, { list }] of found[side]) {
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
  if (met.size <= MOST) {
    await source.visibility([...met]);
  }
}
