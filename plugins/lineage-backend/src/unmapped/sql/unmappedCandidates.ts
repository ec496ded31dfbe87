import { Knex } from 'knex';
import { Sql } from '../../database/Sql';
import { NODE_KIND } from '../../nodes/nodeKinds';
import { UnmappedQuery } from '../UnmappedQuery';

/** A part of a statement, and what is bound in it. */
export interface StatementPart {
  text: string;
  bindings: Knex.Value[];
}

/** Written as in the indexes `node_unmapped_*`, so that they are used. */
const isUnmapped = `n.canonical_id is null and n.root_id is null and n.kind in (${NODE_KIND.dataset}, ${NODE_KIND.job})`;

const columns = [
  'id',
  'kind',
  'namespace',
  'name',
  'environment_id',
  'folded_names',
  'first_seen',
  'last_seen',
  'folded_first',
  'folded_last',
]
  .map(column => `n.${column}`)
  .join(', ');

const kindNumbers = { dataset: NODE_KIND.dataset, job: NODE_KIND.job };

/**
 * For `with`: `examined`, at most so many nodes of no entity, and `candidate`,
 * those of them that are asked for.
 */
export function unmappedCandidates(
  sql: Sql,
  query: Pick<UnmappedQuery, 'kind' | 'environment' | 'text'>,
  most: number,
): StatementPart {
  const { kind, environment, text } = query;
  const conditions: StatementPart[] = [
    {
      // Those that others only name, such as the parent of a job.
      text: '(first_seen is not null or folded_first is not null)',
      bindings: [],
    },
  ];
  if (kind) {
    conditions.push({ text: 'kind = ?', bindings: [kindNumbers[kind]] });
  }
  if (text !== undefined) {
    // Both databases make A to Z small, and no other letters.
    const part = text.replace(/[A-Z]/g, letter => letter.toLowerCase());
    const find = sql.isPostgres ? 'strpos' : 'instr';
    conditions.push({
      text: `(${find}(lower(name), ?) > 0 or ${find}(lower(namespace), ?) > 0)`,
      bindings: [part, part],
    });
  }
  const where =
    environment === undefined
      ? { text: '', bindings: [] }
      : {
          text: ' and n.environment_id = (select id from environment where name = ?)',
          bindings: [environment],
        };
  return {
    text: `examined as materialized (
        select ${columns} from node n where ${isUnmapped}${where.text}
        order by n.id desc limit ?
      ), candidate as (
        select id, kind, namespace, name, environment_id, folded_names,
          case when first_seen is null or folded_first < first_seen
            then folded_first else first_seen end as first_seen,
          case when last_seen is null or folded_last > last_seen
            then folded_last else last_seen end as last_seen
        from examined where ${conditions.map(({ text: one }) => one).join(' and ')}
      )`,
    bindings: [
      ...where.bindings,
      most,
      ...conditions.flatMap(({ bindings }) => bindings),
    ],
  };
}
