import { LineageOverview } from '@understudy/plugin-lineage-common';
import { kindWord } from '../../graph/model/kindWord';
import { Links, linksOf } from './links';
import { orderColumns } from './orderColumns';
import { placeColumns, Placement } from './placeColumns';

/** A map that has been arranged. */
export interface MapPlan extends Placement {
  overview: LineageOverview;
  links: Links;
  /** The place of the root among the nodes. */
  root: number;
  /** Kinds in the words of the filter by kind. */
  kinds: readonly string[];
}

const KINDS_AT_ONCE = 1_000;

/** Arranges a map, with pauses. */
export function* planMap(overview: LineageOverview): Generator<void, MapPlan> {
  const { nodes, edges, root } = overview;
  const links = linksOf(nodes.length, edges);
  yield;
  const kinds: string[] = [];
  for (const node of nodes) {
    kinds.push(kindWord(node));
    if (kinds.length % KINDS_AT_ONCE === 0) {
      yield;
    }
  }
  const columns = yield* orderColumns(overview, links);
  const placement = placeColumns(columns, nodes.length);
  yield;
  return {
    ...placement,
    overview,
    links,
    kinds,
    root: Math.max(
      0,
      nodes.findIndex(({ id }) => id === root),
    ),
  };
}
