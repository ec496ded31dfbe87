import { Sql } from '../../database/Sql';
import { UnmappedPlace, UnmappedQuery, UnmappedSort } from '../UnmappedQuery';
import { unmappedLimits } from '../unmappedLimits';
import { StatementPart, unmappedCandidates } from './unmappedCandidates';

/** A dataset or job that belongs to no entity. */
export interface UnmappedRow {
  id: number;
  kind: number;
  namespace: string;
  name: string;
  /** Null: not known yet. */
  environment: string | null;
  folded_names: number;
  first_seen: string | null;
  last_seen: string | null;
  upstream: number | string;
  downstream: number | string;
}

const columns = {
  downstream: { from: 'src', to: 'dst' },
  upstream: { from: 'dst', to: 'src' },
} as const;

const orders: Record<UnmappedSort, string> = {
  lastSeen: 'last_seen desc, id desc',
  name: 'name, namespace, id',
  connections: 'connections desc, id desc',
};

/** A page of what belongs to no entity, in one statement, one item more than asked for. */
export async function selectUnmapped(
  sql: Sql,
  query: UnmappedQuery,
): Promise<UnmappedRow[]> {
  const { sort, limit } = query;
  const counted = sort === 'connections';
  const candidates = unmappedCandidates(sql, query, mostOf(query));
  const after = query.after && conditionOf(sort, query.after);
  const measured = counted
    ? `select c.*, ${degree('upstream')} + ${degree('downstream')} as connections from candidate c`
    : 'select * from candidate';
  return await sql.select<UnmappedRow>(
    `with ${candidates.text}, page as (
       select * from (${measured}) m
       ${after ? `where ${after.text}` : ''}
       order by ${orders[sort]} limit ?
     )
     select c.*, v.name as environment,
       ${degree('upstream')} as upstream, ${degree('downstream')} as downstream
     from page c
     left join environment v on v.id = c.environment_id
     order by ${orders[sort]
       .split(', ')
       .map(column => `c.${column}`)
       .join(', ')}`,
    ...candidates.bindings,
    ...(after?.bindings ?? []),
    limit + 1,
  );
}

/** How many match, up to a bound, and whether there were more than are looked at. */
export async function countUnmapped(
  sql: Sql,
  query: UnmappedQuery,
): Promise<{ total: number; truncated: boolean }> {
  const most = mostOf(query);
  const candidates = unmappedCandidates(sql, query, most + 1);
  const [row] = await sql.select<Record<'total' | 'examined', number | string>>(
    `with ${candidates.text}
     select (select count(*) from (select 1 from candidate limit ?) c) as total,
       (select count(*) from examined) as examined`,
    ...candidates.bindings,
    unmappedLimits.total,
  );
  return { total: Number(row.total), truncated: Number(row.examined) > most };
}

function mostOf({ sort, text }: UnmappedQuery): number {
  if (sort === 'connections') {
    return unmappedLimits.compared;
  }
  return text === undefined ? unmappedLimits.examined : unmappedLimits.searched;
}

/** What comes after the last item of the page before. */
function conditionOf(
  sort: UnmappedSort,
  { value, id }: UnmappedPlace,
): StatementPart {
  switch (sort) {
    case 'lastSeen':
      return { text: '(last_seen, id) < (?, ?)', bindings: [value, id] };
    case 'connections':
      return {
        text: '(connections, id) < (?, ?)',
        bindings: [Number(value), id],
      };
    default:
      // Names can be too long for an address.
      return {
        text: '(name, namespace, id) > (select name, namespace, id from node where id = ?)',
        bindings: [id],
      };
  }
}

/** What a job makes from some of its inputs hangs on its steps. */
function degree(side: 'upstream' | 'downstream'): string {
  const { from, to } = columns[side];
  return `(
    select count(distinct x.other) from (
      select e.${to} as other
      from (select c.id as id union all select s.id from node s where s.job_id = c.id and s.root_id is null) p
      cross join edge e where e.${from} = p.id limit ${unmappedLimits.connections}
    ) x
  )`;
}
