import { canonicalJson } from '../database/canonicalJson';
import { Sql } from '../database/Sql';
import { SAME_AS } from '../nodes/sameAs';
import { inPages } from './inPages';
import { NodeName, NodeNames } from './NodeNames';

interface NodeRow {
  id: number;
  canonical_id: number | null;
  root_id: number | null;
  environment: string | null;
  folded_names: number;
  folded_first: string | null;
  folded_last: string | null;
  folded_latest: string | null;
  folded_run_id: string | null;
  first_seen: string | null;
  last_seen: string | null;
  latest: string | null;
  last_run_id: string | null;
  declared: string | null;
  parent_id: number | null;
}

interface FacetRow {
  node_id: number;
  name: string;
  stamp: string;
  body: string | null;
}

interface SameAsRow {
  node_id: number;
  other_id: number;
  kind: number;
}

const HOW: Record<number, string> = {
  [SAME_AS.symlink]: 'symlink',
  [SAME_AS.tableSymlink]: 'table-symlink',
  [SAME_AS.renamedFrom]: 'renamed-from',
};

/** Nodes with their facets and other names, a line each. */
export async function* exportNodes(
  sql: Sql,
  names: NodeNames,
): AsyncGenerator<string> {
  for (const ids of inPages(names.ids)) {
    const nodes = new Map(
      (await selectNodes(sql, ids)).map(row => [row.id, row]),
    );
    const links = await selectSameAs(sql, ids);
    const [facets, foldedFacets] = [
      groupBy(await selectFacets(sql, 'facet', ids), row => row.node_id),
      groupBy(await selectFacets(sql, 'folded_facet', ids), row => row.node_id),
    ];
    const nameOf = await names.read([
      ...ids,
      ...[...nodes.values()].flatMap(({ canonical_id, root_id, parent_id }) =>
        [canonical_id, root_id, parent_id].filter(id => id !== null),
      ),
      ...links.map(({ other_id }) => other_id),
    ]);
    const linksOf = groupBy(links, row => row.node_id);
    for (const id of ids) {
      const row = nodes.get(id);
      if (row) {
        yield canonicalJson({
          type: 'node',
          ...describe(row, nameOf),
          sameAs: (linksOf.get(id) ?? [])
            .map(({ other_id, kind }) => ({
              ...nameOf(other_id),
              how: HOW[kind],
            }))
            .sort(byText),
          facets: toFacets(facets.get(id)),
          ...(row.folded_names > 0 && {
            foldedFacets: toFacets(foldedFacets.get(id)),
          }),
        });
      }
    }
  }
}

function describe(row: NodeRow, nameOf: (id: number) => NodeName): object {
  const { canonical_id, root_id, parent_id, declared } = row;
  return {
    ...nameOf(row.id),
    firstSeen: row.first_seen,
    lastSeen: row.last_seen,
    canonical: canonical_id === null ? null : nameOf(canonical_id),
    root: root_id === null ? null : nameOf(root_id),
    environment: row.environment,
    ...(row.folded_names > 0 && {
      folded: {
        names: row.folded_names,
        first: row.folded_first,
        last: row.folded_last,
        latest: row.folded_latest,
        lastRun: row.folded_run_id,
      },
    }),
    latest: row.latest,
    lastRun: row.last_run_id,
    parent: parent_id === null ? null : nameOf(parent_id),
    declared: declared === null ? null : JSON.parse(declared),
  };
}

function toFacets(rows: readonly FacetRow[] = []): object {
  return Object.fromEntries(
    rows.map(({ name, stamp, body }) => [
      name,
      { stamp, value: body === null ? null : JSON.parse(body) },
    ]),
  );
}

async function selectNodes(
  sql: Sql,
  ids: readonly number[],
): Promise<NodeRow[]> {
  return await sql.select<NodeRow>(
    `select n.id, n.canonical_id, n.root_id, e.name as environment, n.first_seen, n.last_seen,
       n.folded_names, n.folded_first, n.folded_last,
       j.latest, j.last_run_id, j.declared, j.parent_id, j.folded_latest, j.folded_run_id
     from ${sql.rowsOf('r', { id: 'int' })}
     cross join node as n
     left join job as j on j.node_id = n.id
     left join environment as e on e.id = n.environment_id and n.root_id is null
     where n.id = r.id`,
    JSON.stringify(ids.map(id => ({ id }))),
  );
}

async function selectFacets(
  sql: Sql,
  table: 'facet' | 'folded_facet',
  ids: readonly number[],
): Promise<FacetRow[]> {
  return await sql.select<FacetRow>(
    `select f.node_id, f.name, f.stamp, c.body
     from ${sql.rowsOf('r', { id: 'int' })}
     cross join ${table} as f
     left join facet_content as c on c.hash = f.content_hash
     where f.node_id = r.id`,
    JSON.stringify(ids.map(id => ({ id }))),
  );
}

async function selectSameAs(
  sql: Sql,
  ids: readonly number[],
): Promise<SameAsRow[]> {
  return await sql.select<SameAsRow>(
    `select s.node_id, s.other_id, s.kind
     from ${sql.rowsOf('r', { id: 'int' })}
     cross join same_as as s where s.node_id = r.id`,
    JSON.stringify(ids.map(id => ({ id }))),
  );
}

function groupBy<T>(
  items: readonly T[],
  keyOf: (item: T) => number,
): Map<number, T[]> {
  const groups = new Map<number, T[]>();
  for (const item of items) {
    const group = groups.get(keyOf(item));
    if (group) {
      group.push(item);
    } else {
      groups.set(keyOf(item), [item]);
    }
  }
  return groups;
}

function byText(a: object, b: object): number {
  return canonicalJson(a) < canonicalJson(b) ? -1 : 1;
}
