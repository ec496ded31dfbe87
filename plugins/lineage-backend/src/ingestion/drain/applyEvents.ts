import { EventFacts, NameKey } from '@understudy/plugin-lineage-common';
import { writeColumns } from '../../columns/writeColumns';
import { Sql } from '../../database/Sql';
import { canonicalizeNodes } from '../../nodes/canonicalizeNodes';
import { NameRules } from '../../names/NameRules';
import { NodeTable } from '../../nodes/NodeTable';
import { writeEdges } from '../../nodes/writeEdges';
import { writeSchemas } from '../../observedSchemas/writeSchemas';
import { BatchFacts, collectBatch } from './collectBatch';
import { ChangedRun, mergeRuns, writeRuns } from './mergeRuns';
import { namesOfEdges, resolveEdges } from './resolveEdges';
import {
  diffRunEdges,
  loadRunEdges,
  RunEdgeChanges,
  writeRunEdges,
} from './runEdges';
import { resolveDeclarations, writeDeclarations } from './declarations';
import { writeDeclaredClaims } from './writeDeclaredClaims';
import { writeFacets } from './writeFacets';
import { writeJobs } from './writeJobs';
import { endOldClaims, writeObservedClaims } from './writeObservedClaims';
import { writeOtherNames } from './writeOtherNames';

/** A column of the database holds so much. */
export const MOST_VERSION_LENGTH = 256;

/**
 * Puts what events say into the graph. The result depends on the set of all
 * events ever applied alone, not on order, repetition or batches.
 *
 * Within a transaction that holds the lock on the table `drain`.
 */
export async function applyEvents(
  sql: Sql,
  events: readonly EventFacts[],
  options: { rules: NameRules; windowMs: number },
): Promise<void> {
  const { rules, windowMs } = options;
  const batch = collectBatch(events);
  const runs = await mergeRuns(sql, batch);
  const nodes = new NodeTable(sql, rules);
  await addNodes(nodes, batch, [
    ...runs.flatMap(({ merged, edges }) =>
      merged.job ? [{ claimant: merged.job.key, edges }] : [],
    ),
    ...batch.declarations.map(({ claimant, edges = [] }) => ({
      claimant,
      edges,
    })),
  ]);

  const { relinked, columns, schemas } = await writeFacets(sql, batch, nodes);
  await writeColumns(sql, columns);
  const touched = await writeOtherNames(sql, batch, relinked, nodes);
  const canonical = await canonicalizeNodes(
    sql,
    [...touched, ...nodes.createdNames],
    rules,
  );
  nodes.update(canonical.shown);
  await writeSchemas(sql, [...schemas, ...canonical.shown.keys()]);

  await writeRuns(sql, runs, nodes);
  const changes = await changeRunEdges(sql, runs, nodes);
  const jobs = await writeJobs(sql, batch, {
    nodes,
    others: Array.from(changes.claims.values(), ({ claimant }) => claimant),
  });
  const declarations = resolveDeclarations(batch.declarations, nodes);
  await writeDeclarations(sql, declarations);
  const pairs = [
    canonical.pairs,
    await writeObservedClaims(sql, changes.claims, {
      latest: jobs.latest,
      windowMs,
      nodes,
    }),
    await writeDeclaredClaims(sql, declarations, {
      replaced: jobs.declared,
      nodes,
    }),
    await endOldClaims(sql, jobs.moved, { latest: jobs.latest, windowMs }),
  ];
  await writeEdges(sql, pairs.flat());
}

/** Finds or makes everything that the batch and what was merged with it names. */
async function addNodes(
  nodes: NodeTable,
  batch: BatchFacts,
  claims: readonly { claimant: NameKey; edges: ChangedRun['edges'] }[],
): Promise<void> {
  const named = claims.map(({ claimant, edges }) =>
    namesOfEdges(claimant, edges),
  );
  await nodes.addNames(
    batch.names,
    new Set(named.flatMap(({ names }) => names)),
  );
  await nodes.addSteps(named.flatMap(({ steps }) => steps));
}

async function changeRunEdges(
  sql: Sql,
  runs: readonly ChangedRun[],
  nodes: NodeTable,
): Promise<RunEdgeChanges> {
  const before = await loadRunEdges(
    sql,
    runs.filter(run => run.isKnown).map(({ id }) => id),
  );
  const after = runs.flatMap(({ id, merged, edges }) =>
    merged.job
      ? resolveEdges(merged.job.key, edges, nodes).map((edge, index) => ({
          ...edge,
          run_id: id,
          version: versionOf(merged, edges[index]),
        }))
      : [],
  );
  const changes = diffRunEdges(before, after);
  await writeRunEdges(sql, changes);
  return changes;
}

/** Which version of the dataset at one of its ends a connection is about. */
function versionOf(
  { inputs, outputs }: ChangedRun['merged'],
  { source, target }: ChangedRun['edges'][number],
): string | null {
  const read = 'node' in source ? inputs[source.node] : undefined;
  const written = 'node' in target ? outputs[target.node] : undefined;
  const { version } = read ?? written ?? {};
  return version?.value.slice(0, MOST_VERSION_LENGTH) ?? null;
}
