import { Sql } from '../../database/Sql';
import { NameRules } from '../../names/NameRules';
import {
  ENTITY_NAME_COLUMNS,
  EntityNameRow,
  removeEntityNames,
  saveEntityNames,
} from '../entityNameRows';
import { keysOfEntityName } from '../keysOfEntityName';
import { NODE_KIND } from '../nodeKinds';

/** The names of entities are found by their usual spelling, which rules decide. */
export async function respellEntityNames(
  sql: Sql,
  rules: NameRules,
): Promise<void> {
  const rows = await sql.select<EntityNameRow>(
    `select ${ENTITY_NAME_COLUMNS} from entity_name order by node_key, entity_ref`,
  );
  const changed = rows.flatMap(before => {
    const after = {
      ...before,
      ...keysOfEntityName(
        {
          kind: before.node_kind === NODE_KIND.job ? 'job' : 'dataset',
          namespace: before.namespace,
          name: before.name,
          isPattern: before.pattern_namespace_key !== null,
        },
        rules,
      ),
    };
    return after.node_key === before.node_key ? [] : [{ before, after }];
  });
  if (changed.length === 0) {
    return;
  }
  await removeEntityNames(
    sql,
    changed.map(({ before }) => before),
  );
  // Two spellings may be one now; which of them stays, the next scan decides.
  const after = new Map(
    changed.map(({ after: row }) => [`${row.node_key} ${row.entity_ref}`, row]),
  );
  await saveEntityNames(sql, [...after.values()]);
  await sql.run('update name_scan set digest = null where id = 1');
}
