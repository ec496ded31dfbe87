import {
  GraphNeighbour,
  GraphNeighbours,
  GraphSource,
  LineageSide,
  NodesBySide,
  NodeVisibility,
} from '../GraphSource';

const sides: LineageSide[] = ['upstream', 'downstream'];

/** An edge of a test, from, to and origin: 1 observed, 2 declared, 3 both; and whether both are parts of one thing. */
export type TestEdge = [
  from: number,
  to: number,
  origin?: number,
  within?: 'within',
];

/** A graph in memory that counts how it is read. */
export class MemoryGraph implements GraphSource {
  readonly #lists = {
    upstream: new Map<number, Map<number, GraphNeighbour>>(),
    downstream: new Map<number, Map<number, GraphNeighbour>>(),
  };
  readonly visibility?: GraphSource['visibility'];
  questions = 0;
  rows = 0;
  readonly lookedUp: number[] = [];

  constructor(
    edges: readonly TestEdge[],
    visibility?: Record<number, NodeVisibility>,
  ) {
    for (const [from, to, origin = 1, within] of edges) {
      const link = { origin, ...(within && { within: true as const }) };
      this.#add('downstream', from, { id: to, ...link });
      this.#add('upstream', to, { id: from, ...link });
    }
    if (visibility) {
      this.visibility = async ids => {
        this.lookedUp.push(...ids);
        return new Map(ids.map(id => [id, visibility[id] ?? 'shown']));
      };
    }
  }

  async neighbours(nodes: NodesBySide, most: number) {
    this.questions += 1;
    const read = (side: LineageSide): Map<number, GraphNeighbours> =>
      new Map(
        nodes[side].map(id => {
          const all = this.listOf(id, side);
          const list = all.slice(0, most);
          this.rows += list.length;
          return [id, { list, more: all.length > most }];
        }),
      );
    return { upstream: read('upstream'), downstream: read('downstream') };
  }

  async count(nodes: NodesBySide) {
    const counts = {
      upstream: new Map<number, number>(),
      downstream: new Map<number, number>(),
    };
    for (const side of sides) {
      for (const id of nodes[side]) {
        counts[side].set(id, this.#lists[side].get(id)?.size ?? 0);
      }
    }
    return counts;
  }

  protected listOf(id: number, side: LineageSide): GraphNeighbour[] {
    return [...(this.#lists[side].get(id)?.values() ?? [])].sort(
      (a, b) => a.id - b.id,
    );
  }

  #add(side: LineageSide, from: number, link: GraphNeighbour): void {
    const list =
      this.#lists[side].get(from) ?? new Map<number, GraphNeighbour>();
    const origin = (list.get(link.id)?.origin ?? 0) | link.origin;
    list.set(link.id, { ...link, origin });
    this.#lists[side].set(from, list);
  }
}

/** One that knows how much nodes are connected without reading lists. */
export class MeasuredGraph extends MemoryGraph {
  async degrees(ids: readonly number[], most: number) {
    const others = (id: number, side: LineageSide) =>
      this.listOf(id, side)
        .slice(0, most)
        .filter(neighbour => neighbour.id !== id).length;
    return ids.map(id => others(id, 'upstream') + others(id, 'downstream'));
  }
}
