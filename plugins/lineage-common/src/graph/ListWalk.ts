import {
  GraphSource,
  GraphStep,
  GraphWalk,
  LineageSide,
  NodeIds,
} from './GraphSource';

/** A walk by lists of neighbours, which every source can give. */
export class ListWalk implements GraphWalk {
  readonly #source: Pick<GraphSource, 'neighbours'>;
  readonly #side: LineageSide;
  readonly #seen: Set<number>;

  constructor(
    source: Pick<GraphSource, 'neighbours'>,
    root: number,
    side: LineageSide,
  ) {
    this.#source = source;
    this.#side = side;
    this.#seen = new Set([root]);
  }

  async step(ids: NodeIds, most: number): Promise<GraphStep> {
    const nodes = { upstream: [], downstream: [], [this.#side]: [...ids] };
    const lists = (await this.#source.neighbours(nodes, most))[this.#side];
    const fresh: number[] = [];
    for (const { list } of lists.values()) {
      for (const { id } of list) {
        if (!this.#seen.has(id)) {
          this.#seen.add(id);
          fresh.push(id);
        }
      }
    }
    return {
      fresh: fresh.sort((a, b) => a - b),
      more: [...ids].filter(id => lists.get(id)?.more),
    };
  }
}
