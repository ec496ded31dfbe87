import {
  ClaimedEdge,
  edgesOfDatasetLineage,
  edgesOfDeclared,
  EventFacts,
  NameKey,
  Stamp,
} from '@understudy/plugin-lineage-common';
import { createHash } from 'node:crypto';
import { Sql } from '../../database/Sql';
import { NodeTable } from '../../nodes/NodeTable';
import { ResolvedEdge, resolveEdges } from './resolveEdges';

/** What a job or dataset declared in one event: all of it, not only what is new. */
export interface Declaration {
  claimant: NameKey;
  stamp: Stamp;
  /** Missing for a job event that says nothing of what the job reads and writes. */
  edges?: ClaimedEdge[];
}

/** A declaration of a node that has an id. */
export interface ResolvedDeclaration {
  claimantId: number;
  stamp: Stamp;
  edges?: ResolvedEdge[];
}

/** What an event declares of its job, and of datasets, each once. */
export function readDeclarations(event: EventFacts): Declaration[] {
  const { kind, job, declared, datasetLineage, stamp } = event;
  const found = new Map<NameKey, Declaration>();
  if (job && kind === 'job') {
    found.set(job, {
      claimant: job,
      stamp,
      ...(declared && { edges: edgesOfDeclared(job, declared) }),
    });
  }
  for (const lineage of [
    ...(datasetLineage ? [datasetLineage] : []),
    ...(event.inputLineage ?? []),
  ]) {
    const { dataset: claimant } = lineage;
    if (!found.has(claimant)) {
      const edges = edgesOfDatasetLineage(lineage, event.eventTime);
      found.set(claimant, { claimant, stamp, edges });
    }
  }
  return [...found.values()];
}

/** Puts ids in the place of names. */
export function resolveDeclarations(
  declarations: readonly Declaration[],
  nodes: NodeTable,
): ResolvedDeclaration[] {
  return declarations.map(({ claimant, stamp, edges }) => ({
    claimantId: nodes.idOf(claimant),
    stamp,
    ...(edges && { edges: resolveEdges(claimant, edges, nodes) }),
  }));
}

/** Keeps declarations with their times, so that the graph of a time can be told. */
export async function writeDeclarations(
  sql: Sql,
  declarations: readonly ResolvedDeclaration[],
): Promise<void> {
  if (declarations.length === 0) {
    return;
  }
  const rows = declarations.map(({ claimantId, stamp, edges }) => ({
    claimant: claimantId,
    stamp,
    digest: edges ? digestOf(edges) : null,
    edges,
  }));
  await sql.run(
    `insert into declaration (claimant_id, stamp, digest)
     select r.claimant, r.stamp, r.digest
     from ${sql.rowsOf('r', { claimant: 'int', stamp: 'text', digest: 'text' })}
     where true on conflict (claimant_id, stamp) do update set digest = excluded.digest`,
    JSON.stringify(
      rows.map(({ claimant, stamp, digest }) => ({ claimant, stamp, digest })),
    ),
  );
  const sets = new Map(
    rows.map(row => [`${row.claimant} ${row.digest}`, row] as const),
  );
  await sql.run(
    `insert into declared_edge (claimant_id, digest, src, dst)
     select r.claimant, r.digest, r.src, r.dst
     from ${sql.rowsOf('r', {
       claimant: 'int',
       digest: 'text',
       src: 'int',
       dst: 'int',
     })}
     where true on conflict (claimant_id, digest, src, dst) do nothing`,
    JSON.stringify(
      Array.from(sets.values(), ({ claimant, digest, edges }) =>
        (edges ?? []).map(({ src, dst }) => ({ claimant, digest, src, dst })),
      ).flat(),
    ),
  );
}

/** The same for the same connections. */
function digestOf(edges: readonly ResolvedEdge[]): string {
  const text = edges
    .map(({ src, dst }) => `${src} ${dst}`)
    .sort()
    .join('\n');
  return createHash('sha256').update(text).digest('base64url');
}
