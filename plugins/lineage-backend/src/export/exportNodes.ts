import { canonicalJson } from '../database/canonicalJson';
import { Sql } from '../database/Sql';
import { SAME_AS } from '../nodes/sameAs';
import { inPages } from './inPages';
import { NodeName, NodeNames } from './NodeNames';

interface NodeRow {
  id: number;
  canonical_id: number | null;
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
    const facets = groupBy(await selectFacets(sql, ids), row => row.node_id);
    const nameOf = await names.read([
      ...ids,
      ...[...nodes.values()].flatMap(({ canonical_id, parent_id }) =>
        [canonical_id, parent_id].filter(id => id !== null),
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
          facets: Object.fromEntries(
            (facets.get(id) ?? []).map(({ name, stamp, body }) => [
              name,
              { stamp, value: body === null ? null : JSON.parse(body) },
            ]),
          ),
        });
      }
    }
  }
}

function describe(row: NodeRow, nameOf: (id: number) => NodeName): object {
  const { canonical_id, parent_id, declared } = row;
  return {
    ...nameOf(row.id),
    firstSeen: row.first_seen,
    lastSeen: row.last_seen,
    canonical: canonical_id === null ? null : nameOf(canonical_id),
    latest: row.latest,
    lastRun: row.last_run_id,
    parent: parent_id === null ? null : nameOf(parent_id),
    declared: declared === null ? null : JSON.parse(declared),
  };
}

async function selectNodes(
  sql: Sql,
  ids: readonly number[],
): Promise<NodeRow[]> {
  return await sql.select<NodeRow>(
    `select n.id, n.canonical_id, n.first_seen, n.last_seen,
       j.latest, j.last_run_id, j.declared, j.parent_id
     from ${sql.rowsOf('r', { id: 'int' })}
     cross join node as n
     left join job as j on j.node_id = n.id
     where n.id = r.id`,
    JSON.stringify(ids.map(id => ({ id }))),
  );
}

async function selectFacets(
  sql: Sql,
  ids: readonly number[],
): Promise<FacetRow[]> {
  return await sql.select<FacetRow>(
    `select f.node_id, f.name, f.stamp, c.body
     from ${sql.rowsOf('r', { id: 'int' })}
     cross join facet as f
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
