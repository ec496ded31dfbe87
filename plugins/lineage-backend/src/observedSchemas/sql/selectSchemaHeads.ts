import { Sql } from '../../database/Sql';
import { EnvironmentIds } from '../../graph/GraphStore';
import {
  bindIds,
  lookUp,
  lookUpIfAny,
  withWanted,
} from '../../graph/sql/idList';
import { timeOfStamp } from '../../graph/times';
import { schemaLimits } from '../schemaLimits';
import { SCHEMA_FACET } from '../writeSchemas';

/** An observed schema without its facet. */
export interface SchemaHead {
  /** The node that the dataset is shown as. */
  shown: number;
  namespace: string;
  name: string;
  environment: string;
  observedAt: string;
  digest: string;
  /** Characters of the facet. */
  length: number;
}

interface HeadRow extends Omit<SchemaHead, 'observedAt'> {
  own: string | null;
  folded: string | null;
}

/** Which schemas nodes have in some environments, the one observed last first. */
export async function selectSchemaHeads(
  sql: Sql,
  ids: readonly number[],
  environments: EnvironmentIds,
): Promise<Map<number, SchemaHead[]>> {
  const isOne = `o.node_id in (
    select node_id from observed_schema
    where shown_id = w.id and environment_id in (${environments.map(() => '?').join(', ')})
    order by node_id desc limit ${schemaLimits.examined}
  )`;
  const facetOf = (alias: string) =>
    `${alias}.node_id = o.node_id and ${alias}.name = '${SCHEMA_FACET}'`;
  const rows = await sql.select<HeadRow>(
    `${withWanted(sql)}
     select w.id as shown, n.namespace, n.name, coalesce(e.name, '') as environment,
       f.stamp as own, g.stamp as folded, o.content_hash as digest,
       coalesce(length(c.body), 0) as length
     from wanted w
     ${lookUp(sql, 'observed_schema o', isOne)}
     ${lookUp(sql, 'node n', 'n.id = o.node_id')}
     ${lookUpIfAny(sql, 'environment e', 'e.id = o.environment_id')}
     ${lookUpIfAny(sql, 'facet f', facetOf('f'))}
     ${lookUpIfAny(sql, 'folded_facet g', facetOf('g'))}
     ${lookUpIfAny(sql, 'facet_content c', 'c.hash = o.content_hash')}`,
    bindIds(sql, ids),
    ...environments,
  );
  const heads = new Map<number, SchemaHead[]>();
  for (const { own, folded, ...row } of rows) {
    const stamp = (own ?? '') > (folded ?? '') ? own : folded;
    heads.set(row.shown, [
      ...(heads.get(row.shown) ?? []),
      { ...row, observedAt: timeOfStamp(stamp ?? '') },
    ]);
  }
  for (const list of heads.values()) {
    list.sort(
      (a, b) =>
        compare(b.observedAt, a.observedAt) ||
        compare(a.namespace, b.namespace) ||
        compare(a.name, b.name),
    );
  }
  return heads;
}

function compare(a: string, b: string): number {
  if (a === b) {
    return 0;
  }
  return a < b ? -1 : 1;
}
