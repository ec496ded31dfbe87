import { canonicalJson } from '../database/canonicalJson';
import { Sql } from '../database/Sql';
import { inPages } from './inPages';
import { NodeNames } from './NodeNames';

interface EdgeRow {
  src: number;
  dst: number;
  environment: string | null;
  origin: number;
}

const ORIGINS: Record<number, string> = {
  1: 'observed',
  2: 'declared',
  3: 'both',
};

/** The graph as it is now, by names, a line for each connection. */
export async function* exportEdges(
  sql: Sql,
  names: NodeNames,
): AsyncGenerator<string> {
  for (const ids of inPages(names.ids)) {
    const edges = await sql.select<EdgeRow>(
      `select e.src, e.dst, v.name as environment, e.origin
       from ${sql.rowsOf('r', { id: 'int' })}
       cross join edge as e left join environment as v on v.id = e.environment_id
       where e.src = r.id`,
      JSON.stringify(ids.map(id => ({ id }))),
    );
    edges.sort(
      (a, b) =>
        names.rankOf(a.src) - names.rankOf(b.src) ||
        names.rankOf(a.dst) - names.rankOf(b.dst) ||
        ((a.environment ?? '') < (b.environment ?? '') ? -1 : 1),
    );
    const nameOf = await names.read(
      edges.flatMap(({ src, dst }) => [src, dst]),
    );
    for (const { src, dst, environment, origin } of edges) {
      yield canonicalJson({
        type: 'edge',
        source: nameOf(src),
        target: nameOf(dst),
        environment,
        origin: ORIGINS[origin],
      });
    }
  }
}
