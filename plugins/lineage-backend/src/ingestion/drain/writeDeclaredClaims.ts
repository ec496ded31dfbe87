import {
  ClaimedEdge,
  edgesOfDatasetLineage,
  edgesOfDeclared,
  NameKey,
} from '@understudy/plugin-lineage-common';
import { NodeTable } from '../../nodes/NodeTable';
import { Sql } from '../../database/Sql';
import {
  Claim,
  deleteClaims,
  loadDeclared,
  ORIGIN,
  Pair,
  saveClaims,
} from '../../nodes/claims';
import { BatchFacts } from './collectBatch';
import { resolveEdges } from './resolveEdges';

/** What jobs and datasets of a batch declare, by who declares it. */
export function readDeclared(batch: BatchFacts): Map<NameKey, ClaimedEdge[]> {
  const declared = new Map<NameKey, ClaimedEdge[]>();
  for (const [job, { declared: facts }] of batch.jobs) {
    if (facts) {
      declared.set(job, edgesOfDeclared(job, facts.value));
    }
  }
  for (const [dataset, { stamp, value: sources }] of batch.datasets) {
    const [eventTime] = stamp.split('|');
    declared.set(
      dataset,
      edgesOfDatasetLineage({ dataset, sources }, eventTime),
    );
  }
  return declared;
}

/**
 * Replaces what claimants declared before: a declaration is complete.
 *
 * @returns the pairs of nodes that may be connected differently now.
 */
export async function writeDeclaredClaims(
  sql: Sql,
  declared: ReadonlyMap<NameKey, readonly ClaimedEdge[]>,
  nodes: NodeTable,
): Promise<Pair[]> {
  const ids = [...declared.keys()].map(name => nodes.idOf(name));
  const gone = new Map(
    (await loadDeclared(sql, ids)).map(claim => [keyOf(claim), claim]),
  );
  const saved: Claim[] = [];
  const pairs: Pair[] = [];
  for (const [name, edges] of declared) {
    for (const edge of resolveEdges(name, edges, nodes)) {
      const claim: Claim = {
        ...edge,
        origin: ORIGIN.declared,
        claimant_root: nodes.rootOf(edge.claimant_id),
        canonical_src: nodes.shownAs(edge.src),
        canonical_dst: nodes.shownAs(edge.dst),
        environment_id: nodes.environmentOf(edge.dst),
        runs: 0,
        current: true,
        relations: null,
      };
      if (!gone.delete(keyOf(claim))) {
        pairs.push([claim.canonical_src, claim.canonical_dst]);
      }
      saved.push(claim);
    }
  }
  for (const claim of gone.values()) {
    pairs.push([claim.canonical_src, claim.canonical_dst]);
  }
  await deleteClaims(sql, [...gone.values()]);
  await saveClaims(sql, saved);
  return pairs;
}

function keyOf(claim: Pick<Claim, 'claimant_id' | 'src' | 'dst'>): string {
  return `${claim.claimant_id} ${claim.src} ${claim.dst}`;
}
