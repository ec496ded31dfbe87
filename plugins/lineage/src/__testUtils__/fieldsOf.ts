import { NotFoundError } from '@backstage/errors';
import {
  GraphNeighbour,
  GraphNeighbours,
  GraphSource,
  LineageField,
  LineageFieldEdge,
  LineageFieldNode,
  LineageFields,
  LineageSide,
  walkColumns,
} from '@understudy/plugin-lineage-common';
import { LineageFieldsQuery } from '../api/types';
import { World } from './World';

const KINDS: LineageFieldEdge['kind'][] = [
  'direct',
  'direct',
  'indirect',
  'both',
];
const INDIRECT = KINDS.indexOf('indirect');
const SIDES: LineageSide[] = ['upstream', 'downstream'];

/** What the fields of a world are made from, by the walk of the backend. */
export async function fieldsOf(
  world: World,
  query: LineageFieldsQuery,
): Promise<LineageFields> {
  const { root, field, direction = 'both', depth = 5, limit = 300 } = query;
  const isHidden = (id: string) => world.restricted?.includes(id) ?? false;
  if (isHidden(root) || !world.nodes.some(({ id }) => id === root)) {
    throw new NotFoundError(`No lineage is known of '${root}'`);
  }
  const columns = columnsOf(world);
  const ofRoot = (isStart: (name: string | undefined) => boolean) =>
    columns.flatMap((column, index) =>
      column.node === root && isStart(column.field) ? [index] : [],
    );
  const found = await walkColumns(sourceOf(world, columns, isHidden), {
    starts: ofRoot(name => field === undefined || name === field),
    ...(field !== undefined && {
      whole: ofRoot(name => name === undefined).at(0),
    }),
    depth: {
      upstream: direction === 'downstream' ? 0 : depth,
      downstream: direction === 'upstream' ? 0 : depth,
    },
    limit,
  });
  const nodes = new Map<string, LineageFieldNode>();
  for (const { id, distance, direct } of found.columns) {
    const { node: nodeId, field: name } = columns[id];
    const summary = world.nodes.find(node => node.id === nodeId);
    if (!summary) {
      throw new Error(`${nodeId} has fields and is no node`);
    }
    const node = nodes.get(nodeId) ?? { ...summary, fields: [], distance: {} };
    nodes.set(nodeId, node);
    node.fields = [
      ...node.fields,
      ...(name === undefined ? [] : [name]),
    ].sort();
    if (name !== undefined && !direct) {
      node.indirect = [...(node.indirect ?? []), name].sort();
    }
    for (const side of SIDES) {
      const hops = distance[side];
      if (hops !== undefined) {
        node.distance[side] = Math.min(node.distance[side] ?? hops, hops);
      }
    }
  }
  return {
    root,
    ...(field !== undefined && { field }),
    nodes: [...nodes.values()],
    edges: found.edges.map(
      ({ source, target, origin, within, restricted }) => ({
        source: columns[source],
        target: columns[target],
        kind: KINDS[origin],
        ...(!restricted && howOf(world, columns[source], columns[target])),
        ...(within && { within }),
        ...(restricted && { restricted: true as const }),
      }),
    ),
    truncated: found.truncated,
    complete: found.complete,
  };
}

/** How one field decides something about another, if it does. */
function howOf(world: World, source: LineageField, target: LineageField) {
  const ends = JSON.stringify([source, target]);
  const edge = world.fields?.find(
    known => JSON.stringify([known.source, known.target]) === ends,
  );
  return edge?.how && { how: edge.how };
}

function columnsOf(world: World): LineageField[] {
  const ends = (world.fields ?? []).flatMap(({ source, target }) => [
    source,
    target,
  ]);
  return [...new Map(ends.map(end => [JSON.stringify(end), end])).values()];
}

function sourceOf(
  world: World,
  columns: readonly LineageField[],
  isHidden: (id: string) => boolean,
): GraphSource {
  const texts = columns.map(column => JSON.stringify(column));
  const links = (world.fields ?? []).map(({ source, target, kind }) => ({
    upstream: texts.indexOf(JSON.stringify(source)),
    downstream: texts.indexOf(JSON.stringify(target)),
    origin: KINDS.lastIndexOf(kind),
  }));
  const linksFrom = (id: number, side: LineageSide): GraphNeighbour[] => {
    const near = side === 'upstream' ? 'downstream' : 'upstream';
    return links
      .filter(link => link[near] === id)
      .map(link => ({ id: link[side], origin: link.origin }));
  };
  /** What decides over a dataset as a whole decides over each of its fields. */
  const linksWithin = (id: number, side: LineageSide): GraphNeighbour[] => {
    const { node, field } = columns[id];
    const isWhole = field === undefined;
    return isWhole === (side === 'upstream')
      ? []
      : columns.flatMap((column, other) =>
          column.node === node &&
          (column.field === undefined) !== isWhole &&
          linksFrom(other, side).length > 0
            ? [{ id: other, origin: INDIRECT, within: true }]
            : [],
        );
  };
  const neighbours = (ids: readonly number[], side: LineageSide) =>
    new Map(
      ids.map((id): [number, GraphNeighbours] => [
        id,
        {
          more: false,
          list: [...linksFrom(id, side), ...linksWithin(id, side)],
        },
      ]),
    );
  return {
    neighbours: async ({ upstream, downstream }) => ({
      upstream: neighbours(upstream, 'upstream'),
      downstream: neighbours(downstream, 'downstream'),
    }),
    count: async () => ({ upstream: new Map(), downstream: new Map() }),
    visibility: async ids =>
      new Map(
        ids.map(id => [
          id,
          isHidden(columns[id].node) ? 'restricted' : 'shown',
        ]),
      ),
  };
}
