import { NameKey } from '@understudy/plugin-lineage-common';
import { NodeTable } from '../../nodes/NodeTable';
import { Sql } from '../../database/Sql';
import {
  Claim,
  loadClaims,
  loadDeclared,
  ORIGIN,
  Pair,
  saveClaims,
} from '../../nodes/claims';
import { ResolvedDeclaration } from './declarations';
import { ResolvedEdge } from './resolveEdges';

/**
 * Brings what claimants declare in step with declarations. Each is complete: of a
 * claimant, what the latest one names is current, and nothing else. What earlier
 * ones named stays as a claim that is over.
 *
 * @returns the pairs of nodes that may be connected differently now.
 */
export async function writeDeclaredClaims(
  sql: Sql,
  declarations: readonly ResolvedDeclaration[],
  options: {
    /** Claimants whose latest declaration is among these. */
    replaced: ReadonlySet<NameKey>;
    nodes: NodeTable;
  },
): Promise<Pair[]> {
  const { nodes } = options;
  const latest = latestOf(
    declarations,
    Array.from(options.replaced, name => nodes.idOf(name)),
  );
  const stored = await loadStored(sql, declarations, latest);
  const claims = widen(stored, declarations, nodes);
  for (const [key, claim] of claims) {
    const named = latest.get(claim.claimant_id);
    if (named) {
      claims.set(key, { ...claim, current: named.has(key) });
    }
  }
  const saved: Claim[] = [];
  const pairs: Pair[] = [];
  for (const [key, claim] of claims) {
    const before = stored.get(key);
    if ((before?.current ?? false) !== claim.current) {
      pairs.push([claim.canonical_src, claim.canonical_dst]);
    }
    if (!before || differs(before, claim)) {
      saved.push(claim);
    }
  }
  await saveClaims(sql, saved);
  return pairs;
}

/** Keys of the connections that are current now, by claimant. */
function latestOf(
  declarations: readonly ResolvedDeclaration[],
  replaced: readonly number[],
): Map<number, Set<string>> {
  const latest = new Map<number, ResolvedDeclaration>();
  for (const declaration of declarations) {
    const known = latest.get(declaration.claimantId);
    if (declaration.edges && (!known || known.stamp < declaration.stamp)) {
      latest.set(declaration.claimantId, declaration);
    }
  }
  return new Map(
    replaced.map(id => [id, new Set(latest.get(id)?.edges?.map(keyOf))]),
  );
}

/** The claims that declarations name, and those that may be over now. */
async function loadStored(
  sql: Sql,
  declarations: readonly ResolvedDeclaration[],
  latest: ReadonlyMap<number, unknown>,
): Promise<Map<string, Claim>> {
  const named = new Map(
    declarations.flatMap(({ edges = [] }) =>
      edges.map(edge => [keyOf(edge), edge]),
    ),
  );
  const claims = [
    ...(await loadDeclared(sql, [...latest.keys()])),
    ...(await loadClaims(
      sql,
      Array.from(named.values(), ({ claimant_id, src, dst }) => ({
        claimant_id,
        src,
        dst,
        origin: ORIGIN.declared,
      })),
    )),
  ];
  return new Map(claims.map(claim => [keyOf(claim), claim]));
}

/** Claims with the first and last time that they were declared. */
function widen(
  stored: ReadonlyMap<string, Claim>,
  declarations: readonly ResolvedDeclaration[],
  nodes: NodeTable,
): Map<string, Claim> {
  const claims = new Map(stored);
  for (const { stamp, edges = [] } of declarations) {
    const [at] = stamp.split('|');
    for (const edge of edges) {
      const key = keyOf(edge);
      const claim = claims.get(key) ?? newClaim(edge, at, nodes);
      claims.set(key, {
        ...claim,
        first_seen: at < claim.first_seen ? at : claim.first_seen,
        last_seen: at > claim.last_seen ? at : claim.last_seen,
      });
    }
  }
  return claims;
}

function newClaim(edge: ResolvedEdge, at: string, nodes: NodeTable): Claim {
  return {
    ...edge,
    first_seen: at,
    last_seen: at,
    origin: ORIGIN.declared,
    claimant_root: nodes.rootOf(edge.claimant_id),
    canonical_src: nodes.shownAs(edge.src),
    canonical_dst: nodes.shownAs(edge.dst),
    environment_id: nodes.environmentOf(edge.dst),
    runs: 0,
    current: false,
    relations: null,
  };
}

function differs(a: Claim, b: Claim): boolean {
  return (
    a.first_seen !== b.first_seen ||
    a.last_seen !== b.last_seen ||
    a.current !== b.current
  );
}

function keyOf(edge: Pick<Claim, 'claimant_id' | 'src' | 'dst'>): string {
  return `${edge.claimant_id} ${edge.src} ${edge.dst}`;
}
