import { Sql } from '../database/Sql';

/** How it is known that something depends on something, as it is stored. */
export const ORIGIN = { observed: 1, declared: 2 } as const;

/** A connection that somebody claims, as it is stored. */
export interface Claim {
  claimant_id: number;
  src: number;
  dst: number;
  origin: number;
  /** What the three fold into. */
  claimant_root: number;
  src_root: number;
  dst_root: number;
  /** What the ends are shown as. */
  canonical_src: number;
  canonical_dst: number;
  /** That of the target. */
  environment_id: number;
  first_seen: string;
  last_seen: string;
  runs: number;
  current: boolean;
  /** Of the catalog: types of its relations, separated by commas. */
  relations: string | null;
}

/** Two nodes as they are shown. */
export type Pair = readonly [src: number, dst: number];

const KEY_TYPES = {
  claimant_id: 'int',
  src: 'int',
  dst: 'int',
  origin: 'int',
} as const;

/** All columns of the table, called `c`. */
export const CLAIM_COLUMNS =
  'c.claimant_id, c.src, c.dst, c.origin, c.claimant_root, c.src_root, c.dst_root, c.canonical_src, c.canonical_dst, c.environment_id, c.first_seen, c.last_seen, c.runs, c.current, c.relations';

/** Claims as a database gives them: SQLite knows no booleans. */
export type ClaimRow = Omit<Claim, 'current'> & { current: boolean | number };

export function toClaim(row: ClaimRow): Claim {
  return { ...row, current: Boolean(row.current) };
}

/** The claims with these keys that are there. */
export async function loadClaims(
  sql: Sql,
  keys: readonly Pick<Claim, 'claimant_id' | 'src' | 'dst' | 'origin'>[],
): Promise<Claim[]> {
  if (keys.length === 0) {
    return [];
  }
  const rows = await sql.select<ClaimRow>(
    `select ${CLAIM_COLUMNS} from ${sql.rowsOf('r', KEY_TYPES)}
     cross join claim as c
     where c.claimant_id = r.claimant_id and c.src = r.src and c.dst = r.dst and c.origin = r.origin`,
    JSON.stringify(keys),
  );
  return rows.map(toClaim);
}

/** What claimants declare now. */
export async function loadDeclared(
  sql: Sql,
  claimants: readonly number[],
): Promise<Claim[]> {
  if (claimants.length === 0) {
    return [];
  }
  const rows = await sql.select<ClaimRow>(
    `select ${CLAIM_COLUMNS} from ${sql.rowsOf('r', { id: 'int' })}
     cross join claim as c
     where c.claimant_id = r.id and c.origin = ${ORIGIN.declared} and c.current`,
    JSON.stringify(claimants.map(id => ({ id }))),
  );
  return rows.map(toClaim);
}

export async function saveClaims(
  sql: Sql,
  claims: readonly Claim[],
): Promise<void> {
  if (claims.length === 0) {
    return;
  }
  await sql.run(
    `insert into claim (claimant_id, src, dst, origin, claimant_root, src_root, dst_root, canonical_src, canonical_dst, environment_id, first_seen, last_seen, runs, current, relations)
     select r.claimant_id, r.src, r.dst, r.origin, r.claimant_root, r.src_root, r.dst_root, r.canonical_src, r.canonical_dst, r.environment_id, r.first_seen, r.last_seen, r.runs, r.current, r.relations
     from ${sql.rowsOf('r', {
       ...KEY_TYPES,
       claimant_root: 'int',
       src_root: 'int',
       dst_root: 'int',
       canonical_src: 'int',
       canonical_dst: 'int',
       environment_id: 'int',
       first_seen: 'text',
       last_seen: 'text',
       runs: 'int',
       current: 'boolean',
       relations: 'text',
     })}
     where true
     on conflict (claimant_id, src, dst, origin) do update set
       claimant_root = excluded.claimant_root,
       src_root = excluded.src_root,
       dst_root = excluded.dst_root,
       canonical_src = excluded.canonical_src,
       canonical_dst = excluded.canonical_dst,
       environment_id = excluded.environment_id,
       first_seen = excluded.first_seen,
       last_seen = excluded.last_seen,
       runs = excluded.runs,
       current = excluded.current,
       relations = excluded.relations`,
    JSON.stringify(claims),
  );
}

export async function deleteClaims(
  sql: Sql,
  claims: readonly Claim[],
): Promise<void> {
  if (claims.length === 0) {
    return;
  }
  await sql.run(
    `delete from claim where (claimant_id, src, dst, origin) in (
       select r.claimant_id, r.src, r.dst, r.origin
       from ${sql.rowsOf('r', KEY_TYPES)}
     )`,
    JSON.stringify(
      claims.map(({ claimant_id, src, dst, origin }) => ({
        claimant_id,
        src,
        dst,
        origin,
      })),
    ),
  );
}
