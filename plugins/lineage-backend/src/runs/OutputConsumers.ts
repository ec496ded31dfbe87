import { LineageView } from '../access/LineageView';
import { ALL_ENVIRONMENTS } from '../graph/EnvironmentTable';
import { GraphStore } from '../graph/GraphStore';
import { NodeLookup } from '../graph/NodeLookup';
import { FoundConsumers } from './toLineageRun';

/** Of one output. */
const MOST_CONSUMERS = 50;

/** Finds what depends directly on what runs wrote. */
export class OutputConsumers {
  readonly #nodes: NodeLookup;
  readonly #store: Pick<GraphStore, 'findEnvironments' | 'neighbours'>;

  constructor(options: {
    nodes: NodeLookup;
    store: Pick<GraphStore, 'findEnvironments' | 'neighbours'>;
  }) {
    this.#nodes = options.nodes;
    this.#store = options.store;
  }

  /** By node; consumers that may not be seen are left out. */
  async findOf(
    outputs: readonly number[],
    view: LineageView,
  ): Promise<Map<number, FoundConsumers>> {
    const { downstream } = await this.#store.neighbours(
      { upstream: [], downstream: outputs },
      {
        most: MOST_CONSUMERS,
        environments: await this.#store.findEnvironments(ALL_ENVIRONMENTS),
      },
    );
    const names = await this.#nodes.findById(
      [...downstream.values()].flatMap(({ list }) => list.map(({ id }) => id)),
      view,
    );
    return new Map(
      Array.from(downstream, ([output, { list, more }]) => {
        // A job that makes several outputs is there once.
        const consumers = new Map(
          list.flatMap(({ id }) => {
            const node = names.get(id);
            return node ? [[node.id, node] as const] : [];
          }),
        );
        const sorted = [...consumers.values()].sort((a, b) =>
          a.id < b.id ? -1 : 1,
        );
        const complete = list.every(({ id }) => names.has(id));
        return [output, { consumers: sorted, more, complete }];
      }),
    );
  }
}
