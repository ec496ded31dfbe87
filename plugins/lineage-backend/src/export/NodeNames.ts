import { NODE_KIND } from '../nodes/nodeKinds';
import { Sql } from '../database/Sql';

const KIND_NAMES: Record<number, string> = {
  [NODE_KIND.dataset]: 'dataset',
  [NODE_KIND.job]: 'job',
  [NODE_KIND.entity]: 'entity',
  [NODE_KIND.step]: 'step',
};

/** How a node is called in an export. */
export interface NodeName {
  kind: string;
  namespace: string;
  name: string;
  /** Of a job as the maker of one output. */
  output?: { namespace: string; name: string };
}

interface NameRow {
  id: number;
  kind: number;
  namespace: string;
  name: string;
  output_id: number | null;
}

/**
 * The order of nodes by kind and names, and their names. Of nodes that are only
 * there because something once was connected otherwise, nothing is told.
 */
export class NodeNames {
  readonly #sql: Sql;
  /** In order. */
  readonly ids: readonly number[];
  readonly #ranks: ReadonlyMap<number, number>;

  static async load(sql: Sql): Promise<NodeNames> {
    // Both databases compare these byte by byte.
    const rows = await sql.select<{ id: number }>(
      `select n.id from node as n
       left join node as o on o.id = n.output_id
       where n.kind in (${NODE_KIND.dataset}, ${NODE_KIND.job})
         or (n.kind = ${NODE_KIND.entity} and (
           exists (select 1 from node as m where m.canonical_id = n.id)
           or exists (select 1 from claim where claim.src_root = n.id)
           or exists (select 1 from claim where claim.dst_root = n.id)
         ))
         or (n.kind = ${NODE_KIND.step} and (
           exists (select 1 from claim where claim.src_root = coalesce(n.root_id, n.id) and claim.src = n.id)
           or exists (select 1 from claim where claim.dst_root = coalesce(n.root_id, n.id) and claim.dst = n.id)
           or exists (select 1 from claim where claim.src_root = n.id)
           or exists (select 1 from claim where claim.dst_root = n.id)
           or n.id in (select src from declared_edge)
           or n.id in (select dst from declared_edge)
         ))
       order by n.kind, n.namespace, n.name, o.namespace, o.name`,
    );
    return new NodeNames(
      sql,
      rows.map(({ id }) => id),
    );
  }

  private constructor(sql: Sql, ids: readonly number[]) {
    this.#sql = sql;
    this.ids = ids;
    this.#ranks = new Map(ids.map((id, rank) => [id, rank]));
  }

  rankOf(id: number): number {
    const rank = this.#ranks.get(id);
    if (rank === undefined) {
      throw new Error(`There is no node ${id} of which a claim or edge speaks`);
    }
    return rank;
  }

  /** The names of these nodes, by id. */
  async read(ids: Iterable<number>): Promise<(id: number) => NodeName> {
    const wanted = [...new Set(ids)];
    const rows = await this.#sql.select<
      NameRow & { output_namespace: string | null; output_name: string | null }
    >(
      `select n.id, n.kind, n.namespace, n.name,
         o.namespace as output_namespace, o.name as output_name
       from ${this.#sql.rowsOf('r', { id: 'int' })}
       cross join node as n
       left join node as o on o.id = n.output_id
       where n.id = r.id`,
      JSON.stringify(wanted.map(id => ({ id }))),
    );
    const names = new Map<number, NodeName>();
    for (const row of rows) {
      const { output_namespace: namespace, output_name: name } = row;
      names.set(row.id, {
        kind: KIND_NAMES[row.kind],
        namespace: row.namespace,
        name: row.name,
        ...(namespace !== null &&
          name !== null && { output: { namespace, name } }),
      });
    }
    return id => {
      const name = names.get(id);
      if (!name) {
        throw new Error(`There is no node ${id}`);
      }
      return name;
    };
  }
}
