import {
  fieldsOfDataset,
  fieldsOfEntries,
  StatedFields,
} from '@understudy/plugin-lineage-common';
import { Sql } from '../database/Sql';
import { NODE_KIND } from '../nodes/nodeKinds';

/** Facets that say what fields are made from. */
export const COLUMN_FACETS: readonly string[] = ['columnLineage', 'lineage'];

const names = COLUMN_FACETS.map(name => `'${name}'`).join(', ');

/** What the facets of a dataset or job say about fields. */
export interface StatedColumns extends StatedFields {
  claimant: number;
  /** Missing: the claimant itself. */
  output?: { namespace: string; name: string };
}

interface FacetRow {
  id: number;
  kind: number;
  name: string;
  stamp: string;
  content_hash: string | null;
  body: string | null;
}

/**
 * Reads what datasets and jobs say about fields: in the latest of their own
 * facets and of those of all that folds into them.
 */
export async function readStatedColumns(
  sql: Sql,
  claimants: readonly number[],
): Promise<StatedColumns[]> {
  const facets = new Map<number, Map<string, FacetRow>>();
  for (const table of ['facet', 'folded_facet']) {
    for (const row of await selectFacets(sql, table, claimants)) {
      const known = facets.get(row.id) ?? new Map<string, FacetRow>();
      const before = known.get(row.name);
      if (!before || rankOf(before) < rankOf(row)) {
        known.set(row.name, row);
      }
      facets.set(row.id, known);
    }
  }
  return claimants.flatMap(claimant => {
    const known = facets.get(claimant);
    const lineage = parse(known?.get('lineage'));
    const isJob = [...(known?.values() ?? [])].some(
      ({ kind }) => kind === NODE_KIND.job,
    );
    return isJob
      ? fieldsOfEntries(lineage).map(({ namespace, name, ...fields }) => ({
          claimant,
          output: { namespace, name },
          ...fields,
        }))
      : [
          {
            claimant,
            ...fieldsOfDataset({
              lineage,
              columnLineage: parse(known?.get('columnLineage')),
            }),
          },
        ];
  });
}

async function selectFacets(
  sql: Sql,
  table: string,
  claimants: readonly number[],
): Promise<FacetRow[]> {
  return await sql.select<FacetRow>(
    `select n.id, n.kind, f.name, f.stamp, f.content_hash, c.body
     from ${sql.rowsOf('r', { id: 'int' })}
     cross join node as n
     join ${table} as f on f.node_id = n.id and f.name in (${names})
     left join facet_content as c on c.hash = f.content_hash
     where n.id = r.id`,
    JSON.stringify(claimants.map(id => ({ id }))),
  );
}

function rankOf({ stamp, content_hash }: FacetRow): string {
  return `${stamp} ${content_hash ?? ''}`;
}

function parse(row: FacetRow | undefined): unknown {
  return row?.body ? JSON.parse(row.body) : undefined;
}
