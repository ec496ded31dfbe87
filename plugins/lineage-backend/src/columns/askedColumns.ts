import { Sql } from '../database/Sql';
import { withWanted } from '../graph/sql/idList';

/** The node that one is shown as, by the alias of its row. */
export const shownOf = (alias: string) =>
  `coalesce(${alias}.canonical_id, ${alias}.id)`;

/**
 * For the start of a statement, as `withWanted`: fields by id, as table `asked`, with
 * the node that is shown and the key of the name.
 */
export function withAsked(sql: Sql): string {
  return `${withWanted(sql)}, asked as (
     select w.id, ${shownOf('n')} as node, c.key
     from wanted as w
     join dataset_column as c on c.id = w.id
     join node as n on n.id = c.node_id
   )`;
}
