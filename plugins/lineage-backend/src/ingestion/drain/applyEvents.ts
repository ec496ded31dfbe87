import { EventFacts, NameKey } from '@understudy/plugin-lineage-common';
import { Sql } from '../../database/Sql';
import { canonicalizeNodes } from '../../nodes/canonicalizeNodes';
import { NodeTable } from '../../nodes/NodeTable';
import { writeEdges } from '../../nodes/writeEdges';
import { BatchFacts, collectBatch } from './collectBatch';
import { ChangedRun, mergeRuns, writeRuns } from './mergeRuns';
import { namesOfEdges, resolveEdges } from './resolveEdges';
import {
  diffRunEdges,
  loadRunEdges,
  RunEdgeChanges,
  writeRunEdges,
} from './runEdges';
import { readDeclared, writeDeclaredClaims } from './writeDeclaredClaims';
import { writeFacets } from './writeFacets';
import { writeJobs } from './writeJobs';
import { endOldClaims, writeObservedClaims } from './writeObservedClaims';
import { writeOtherNames } from './writeOtherNames';

/**
 * Puts what events say into the graph. The result depends on the set of all
 * events ever applied alone, not on order, repetition or batches.
 *
 * Within a transaction that holds the lock on the table `drain`.
 */
export async function applyEvents(
  sql: Sql,
  events: readonly EventFacts[],
  options: { windowMs: number },
): Promise<void> {
  const { windowMs } = options;
  const batch = collectBatch(events);
  const runs = await mergeRuns(sql, batch);
  const declared = readDeclared(batch);
  const nodes = await findNodes(sql, batch, [
    ...runs.flatMap(({ merged, edges }) =>
      merged.job ? [{ claimant: merged.job.key, edges }] : [],
    ),
    ...Array.from(declared, ([claimant, edges]) => ({ claimant, edges })),
  ]);
  const idOf = (name: NameKey) => nodes.idOf(name);

  const relinked = await writeFacets(sql, batch, idOf);
  const touched = await writeOtherNames(sql, batch, relinked, nodes);
  const canonical = await canonicalizeNodes(sql, [
    ...touched,
    ...nodes.createdNames,
  ]);
  canonical.shownAs.forEach((to, id) => nodes.setShownAs(id, to));

  await writeRuns(sql, runs, idOf);
  const changes = await changeRunEdges(sql, runs, nodes);
  const jobs = await writeJobs(sql, batch, {
    idOf,
    others: Array.from(changes.claims.values(), ({ claimant }) => claimant),
  });
  const pairs = [
    canonical.pairs,
    await writeObservedClaims(sql, changes.claims, {
      latest: jobs.latest,
      windowMs,
      shownAs: id => nodes.shownAs(id),
    }),
    await writeDeclaredClaims(
      sql,
      new Map([...declared].filter(([name]) => jobs.declared.has(name))),
      nodes,
    ),
    await endOldClaims(sql, jobs.moved, { latest: jobs.latest, windowMs }),
  ];
  await writeEdges(sql, pairs.flat());
}

/** Ids of everything that the batch and what was merged with it names. */
async function findNodes(
  sql: Sql,
  batch: BatchFacts,
  claims: readonly { claimant: NameKey; edges: ChangedRun['edges'] }[],
): Promise<NodeTable> {
  const named = claims.map(({ claimant, edges }) =>
    namesOfEdges(claimant, edges),
  );
  const nodes = new NodeTable(sql);
  await nodes.addNames(
    batch.names,
    new Set(named.flatMap(({ names }) => names)),
  );
  await nodes.addSteps(named.flatMap(({ steps }) => steps));
  return nodes;
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
      ? resolveEdges(merged.job.key, edges, nodes).map(edge => ({
          ...edge,
          run_id: id,
        }))
      : [],
  );
  const changes = diffRunEdges(before, after);
  await writeRunEdges(sql, changes);
  return changes;
}
