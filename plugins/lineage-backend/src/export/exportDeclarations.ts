import { canonicalJson } from '../database/canonicalJson';
import { Sql } from '../database/Sql';
import { inPages } from './inPages';
import { NodeName, NodeNames } from './NodeNames';

/** Each can name thousands of connections. */
const FEW = 20;

interface DeclarationRow {
  claimant_id: number;
  stamp: string;
  digest: string;
}

interface EdgeRow {
  claimant_id: number;
  digest: string;
  src: number;
  dst: number;
}

/** What jobs and datasets declared, a line each time that it was something else. */
export async function* exportDeclarations(
  sql: Sql,
  names: NodeNames,
): AsyncGenerator<string> {
  for (const ids of inPages(names.ids)) {
    const changes = await selectChanges(sql, ids);
    changes.sort(
      (a, b) =>
        names.rankOf(a.claimant_id) - names.rankOf(b.claimant_id) ||
        (a.stamp < b.stamp ? -1 : 1),
    );
    const nameOf = await names.read(changes.map(row => row.claimant_id));
    let before: { claimant: number; text: string } | undefined;
    for (let start = 0; start < changes.length; start += FEW) {
      const some = changes.slice(start, start + FEW);
      const edges = await readEdges(sql, names, some);
      for (const change of some) {
        const { claimant_id: claimant, stamp } = change;
        const named = edges.get(keyOf(change)) ?? [];
        const text = canonicalJson(named);
        if (before?.claimant !== claimant || before.text !== text) {
          yield canonicalJson({
            type: 'declaration',
            claimant: nameOf(claimant),
            stamp,
            edges: named,
          });
        }
        before = { claimant, text };
      }
    }
  }
}

/** Without those that repeat what was said before, most often one each night. */
async function selectChanges(
  sql: Sql,
  claimants: readonly number[],
): Promise<DeclarationRow[]> {
  return await sql.select<DeclarationRow>(
    `select claimant_id, stamp, digest from (
       select d.claimant_id, d.stamp, d.digest,
         lag(d.digest) over (partition by d.claimant_id order by d.stamp) as before
       from ${sql.rowsOf('r', { id: 'int' })}
       cross join declaration as d where d.claimant_id = r.id and d.digest is not null
     ) as c
     where before is null or before <> digest`,
    JSON.stringify(claimants.map(id => ({ id }))),
  );
}

async function readEdges(
  sql: Sql,
  names: NodeNames,
  declarations: readonly DeclarationRow[],
): Promise<Map<string, { source: NodeName; target: NodeName }[]>> {
  const wanted = new Map(declarations.map(row => [keyOf(row), row]));
  const rows = await sql.select<EdgeRow>(
    `select e.claimant_id, e.digest, e.src, e.dst
     from ${sql.rowsOf('r', { claimant: 'int', digest: 'text' })}
     cross join declared_edge as e
     where e.claimant_id = r.claimant and e.digest = r.digest`,
    JSON.stringify(
      Array.from(wanted.values(), ({ claimant_id: claimant, digest }) => ({
        claimant,
        digest,
      })),
    ),
  );
  rows.sort(
    (a, b) =>
      names.rankOf(a.src) - names.rankOf(b.src) ||
      names.rankOf(a.dst) - names.rankOf(b.dst),
  );
  const nameOf = await names.read(rows.flatMap(({ src, dst }) => [src, dst]));
  const edges = new Map<string, { source: NodeName; target: NodeName }[]>();
  for (const row of rows) {
    const list = edges.get(keyOf(row)) ?? [];
    list.push({ source: nameOf(row.src), target: nameOf(row.dst) });
    edges.set(keyOf(row), list);
  }
  return edges;
}

function keyOf(row: Pick<DeclarationRow, 'claimant_id' | 'digest'>): string {
  return `${row.claimant_id} ${row.digest}`;
}
