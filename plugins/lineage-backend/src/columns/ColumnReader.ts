import {
  FoundColumns,
  GraphSource,
  influencesOf,
  LineageFieldEdge,
  LineageFieldNode,
  LineageFields,
  LineageNodeSummary,
  LineageSide,
  NodeVisibility,
  walkColumns,
} from '@understudy/plugin-lineage-common';
import { LineageView } from '../access/LineageView';
import { AskedNode } from '../graph/nodeIds';
import { GraphStore } from '../graph/GraphStore';
import { requireRoot } from '../graph/requireRoot';
import { ColumnStore, ShownColumn } from './ColumnStore';

/** Which fields to follow, and how far. */
export interface ColumnQuery {
  root: AskedNode;
  /** All of the dataset when missing. */
  field?: string;
  depth: Record<LineageSide, number>;
  /** Fields of the answer. */
  limit: number;
}

const kinds: LineageFieldEdge['kind'][] = [
  'direct',
  'direct',
  'indirect',
  'both',
];
const sides: LineageSide[] = ['upstream', 'downstream'];

/** Reads what fields are made from, and what is made from them. */
export class ColumnReader {
  readonly #columns: ColumnStore;
  readonly #store: GraphStore;

  constructor(options: { columns: ColumnStore; store: GraphStore }) {
    this.#columns = options.columns;
    this.#store = options.store;
  }

  /** Throws NotFoundError for a node that is unknown or may not be seen. */
  async get(
    query: ColumnQuery,
    { view }: { view: LineageView },
  ): Promise<LineageFields> {
    const { field, depth, limit } = query;
    const root = await requireRoot(this.#store, query.root, view);
    const asked = await this.#columns.findColumns(root.id, {
      field,
      most: limit + 1,
    });
    const kindOf = new Map<string, number>();
    const found = await walkColumns(this.#sourceFor(view, kindOf), {
      ...asked,
      depth,
      limit,
    });
    const columns = await this.#columns.readColumns(
      found.columns.map(({ id }) => id),
    );
    const ids = [
      ...new Set([
        root.id,
        ...Array.from(columns.values(), ({ node }) => node),
      ]),
    ];
    const [nodes, isCut] = await Promise.all([
      this.#store.readNodes(ids),
      this.#columns.isCut(ids),
    ]);
    return {
      root: nodes.get(root.id)?.id ?? '',
      ...(field !== undefined && { field }),
      nodes: toFieldNodes(found, columns, nodes),
      edges: toFieldEdges(found, { columns, nodes, kindOf }),
      truncated: found.truncated || isCut,
      ...(isCut && { cut: true as const }),
      complete: found.complete,
    };
  }

  /** @param kindOf - filled with the kinds of connections that are read, by their ends */
  #sourceFor(view: LineageView, kindOf: Map<string, number>): GraphSource {
    return {
      neighbours: async (columns, most) => {
        const found = await this.#columns.neighbours(columns, most);
        for (const side of sides) {
          for (const [id, { list }] of found[side]) {
            for (const { id: other, kind } of list) {
              const [from, to] =
                side === 'downstream' ? [id, other] : [other, id];
              kindOf.set(`${from} ${to}`, kind);
            }
          }
        }
        return found;
      },
      // Nothing is counted beyond what is read.
      count: async () => ({ upstream: new Map(), downstream: new Map() }),
      ...(!view.everything && {
        visibility: ids => this.#visibilityOf(ids, view),
      }),
    };
  }

  /** A field may be seen by whoever may see its dataset. */
  async #visibilityOf(
    ids: readonly number[],
    view: LineageView,
  ): Promise<Map<number, NodeVisibility>> {
    const columns = await this.#columns.readColumns(ids);
    const nodes = new Set(Array.from(columns.values(), ({ node }) => node));
    const seen = await view.filter(
      await this.#store.readIdentities([...nodes]),
    );
    return new Map(
      Array.from(columns, ([id, { node }]): [number, NodeVisibility] => [
        id,
        seen.has(node) ? 'shown' : 'restricted',
      ]),
    );
  }
}

function toFieldNodes(
  found: FoundColumns,
  columns: ReadonlyMap<number, ShownColumn>,
  nodes: ReadonlyMap<number, LineageNodeSummary>,
): LineageFieldNode[] {
  const known = new Map<number, LineageFieldNode>();
  for (const { id, distance, direct } of found.columns) {
    const column = columns.get(id);
    const summary = column && nodes.get(column.node);
    if (!column || !summary) {
      continue;
    }
    const node: LineageFieldNode = known.get(column.node) ?? {
      ...summary,
      fields: [],
      distance: {},
    };
    known.set(column.node, node);
    if (column.name !== '') {
      node.fields.push(column.name);
      if (!direct) {
        node.indirect = [...(node.indirect ?? []), column.name];
      }
    }
    for (const side of sides) {
      const hops = distance[side];
      if (hops !== undefined) {
        node.distance[side] = Math.min(node.distance[side] ?? hops, hops);
      }
    }
  }
  const list = [...known.values()];
  list.forEach(({ fields, indirect }) => {
    fields.sort();
    indirect?.sort();
  });
  return list.sort((a, b) => nearest(a) - nearest(b) || (a.id < b.id ? -1 : 1));
}

function nearest({ distance }: LineageFieldNode): number {
  return Math.min(
    distance.upstream ?? Number.MAX_SAFE_INTEGER,
    distance.downstream ?? Number.MAX_SAFE_INTEGER,
  );
}

function toFieldEdges(
  found: FoundColumns,
  known: {
    columns: ReadonlyMap<number, ShownColumn>;
    nodes: ReadonlyMap<number, LineageNodeSummary>;
    kindOf: ReadonlyMap<string, number>;
  },
): LineageFieldEdge[] {
  const { columns, nodes, kindOf } = known;
  const endOf = (id: number) => {
    const column = columns.get(id);
    const node = column && nodes.get(column.node)?.id;
    return node === undefined
      ? undefined
      : { node, ...(column?.name && { field: column.name }) };
  };
  const edges = found.edges.flatMap(
    ({ source, target, origin, within, restricted }): LineageFieldEdge[] => {
      const [from, to] = [endOf(source), endOf(target)];
      // Of what leads through something restricted nothing is said.
      const kind = restricted ? 0 : kindOf.get(`${source} ${target}`);
      const how = influencesOf(kind ?? 0);
      return from && to
        ? [
            {
              source: from,
              target: to,
              kind: kinds[origin],
              ...(how.length > 0 && { how }),
              ...(within && { within }),
              ...(restricted && { restricted: true as const }),
            },
          ]
        : [];
    },
  );
  const textOf = ({ source, target }: LineageFieldEdge) =>
    JSON.stringify([source.node, source.field, target.node, target.field]);
  return edges
    .map(edge => ({ edge, text: textOf(edge) }))
    .sort((a, b) => (a.text < b.text ? -1 : 1))
    .map(({ edge }) => edge);
}
