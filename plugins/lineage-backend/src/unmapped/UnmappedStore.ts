import {
  formatLineageNodeId,
  LineageNodeName,
  LineageUnmappedNode,
  LineageUnmappedPage,
} from '@understudy/plugin-lineage-common';
import { Knex } from 'knex';
import { Sql } from '../database/Sql';
import { describeFacets, StatedFacet } from '../graph/shownFacets';
import { toApiTime } from '../graph/times';
import { nodeKeyOf } from '../nodes/nodeKey';
import { NODE_KIND } from '../nodes/nodeKinds';
import { readFacets } from './readFacets';
import { selectByKey } from './sql/selectByKey';
import { selectFacetsOf } from './sql/selectFacetsOf';
import {
  countUnmapped,
  selectUnmapped,
  UnmappedRow,
} from './sql/selectUnmapped';
import { writePlace } from './unmappedRequests';
import { UnmappedPlace, UnmappedQuery } from './UnmappedQuery';

/** A dataset or job to be drafted, and what its facets say. */
export interface UnmappedThing {
  kind: 'dataset' | 'job';
  namespace: string;
  name: string;
  environment: string;
  facets: readonly StatedFacet[];
}

const listedFacets = ['datasetType', 'jobType', 'ownership'];
const draftedFacets = [...listedFacets, 'documentation', 'schema'];
const MAX_LISTED_LENGTH = 64 * 1024;
const MAX_DRAFTED_LENGTH = 1024 * 1024;

/** Reads what was observed and belongs to no entity. */
export class UnmappedStore {
  readonly #defaultEnvironment: string;
  readonly #sql: Sql;

  constructor(options: { defaultEnvironment: string; knex: Knex }) {
    this.#defaultEnvironment = options.defaultEnvironment;
    this.#sql = new Sql(options.knex);
  }

  async list(query: UnmappedQuery): Promise<LineageUnmappedPage> {
    const [rows, { total, truncated }] = await Promise.all([
      selectUnmapped(this.#sql, query),
      countUnmapped(this.#sql, query),
    ]);
    const shown = rows.slice(0, query.limit);
    const facets = await selectFacetsOf(
      this.#sql,
      shown.map(({ id }) => id),
      { names: listedFacets, maxLength: MAX_LISTED_LENGTH },
    );
    const last = shown.at(-1);
    return {
      items: shown.map(row => this.#toItem(row, facets.get(row.id) ?? [])),
      total,
      ...(truncated && { truncated: true as const }),
      ...(rows.length > shown.length &&
        last && { nextCursor: writePlace(placeOf(last, query), query.sort) }),
    };
  }

  /** Those of some names that belong to no entity; others are left out. */
  async find(
    names: readonly LineageNodeName[],
  ): Promise<Map<LineageNodeName, UnmappedThing>> {
    const keys = new Map(
      names.flatMap(name =>
        name.kind === 'entity'
          ? []
          : [[name, nodeKeyOf(name.kind, name.namespace, name.name)] as const],
      ),
    );
    const rows = await selectByKey(this.#sql, [...new Set(keys.values())]);
    const byKey = new Map(rows.map(row => [row.key, row]));
    const facets = await selectFacetsOf(
      this.#sql,
      [...new Set(rows.map(({ id }) => id))],
      { names: draftedFacets, maxLength: MAX_DRAFTED_LENGTH },
    );
    const found = new Map<LineageNodeName, UnmappedThing>();
    for (const [name, key] of keys) {
      const row = byKey.get(key);
      if (row) {
        found.set(name, {
          kind: kindOf(row),
          namespace: row.namespace,
          name: row.name,
          environment: row.environment ?? this.#defaultEnvironment,
          facets: facets.get(row.id) ?? [],
        });
      }
    }
    return found;
  }

  #toItem(
    row: UnmappedRow,
    facets: readonly StatedFacet[],
  ): LineageUnmappedNode {
    const name = {
      kind: kindOf(row),
      namespace: row.namespace,
      name: row.name,
    };
    const { type } = describeFacets(facets);
    const owners = readFacets(facets).owners;
    return {
      id: formatLineageNodeId(name),
      ...name,
      environment: row.environment ?? this.#defaultEnvironment,
      ...(type !== undefined && { type }),
      upstream: Number(row.upstream),
      downstream: Number(row.downstream),
      ...(row.folded_names > 0 && { foldedNames: row.folded_names }),
      ...(owners.length > 0 && { owners }),
      ...(row.first_seen && { firstSeen: toApiTime(row.first_seen) }),
      ...(row.last_seen && { lastSeen: toApiTime(row.last_seen) }),
    };
  }
}

function kindOf({ kind }: { kind: number }): 'dataset' | 'job' {
  return kind === NODE_KIND.dataset ? 'dataset' : 'job';
}

function placeOf(row: UnmappedRow, { sort }: UnmappedQuery): UnmappedPlace {
  const values = {
    lastSeen: row.last_seen ?? '',
    name: '',
    connections: `${Number(row.upstream) + Number(row.downstream)}`,
  };
  return { value: values[sort], id: row.id };
}
