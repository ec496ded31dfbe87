import { createEdgeSet, EdgeSet, Span } from './EdgeSet';
import { ClaimedEdge, IoFacts, NameKey, RunFacts } from '../facts';
import { isDatasetKey } from '../names';
import {
  OutputSources,
  sourcesOfOutputs,
  spanAt,
  spanOf,
} from './sourcesOfOutputs';

/**
 * The connections a run made. An output made from all inputs hangs on the job;
 * one made from some of them on a step of its own, so that nobody reads off the
 * graph what did not happen.
 *
 * @public
 */
export function edgesOfRun(job: NameKey, facts: RunFacts): ClaimedEdge[] {
  const edges = createEdgeSet();
  const inputs = current(facts.inputs, facts.snapshot);
  const outputs = current(facts.outputs, facts.snapshot);
  const made = sourcesOfOutputs(job, facts, inputs, outputs);
  let readByJob = made.length === 0 && !facts.entries?.value;
  for (const output of made) {
    if (addOutput(edges, job, output, inputs)) {
      readByJob = true;
    }
  }
  if (readByJob) {
    for (const [input, io] of inputs) {
      edges.add({ node: input }, { node: job }, spanOf(io));
    }
  }
  addJobTargets(edges, job, facts);
  addDependencies(edges, job, facts);
  return edges.toList();
}

/**
 * The connections a job declares, from the `declared` of its latest job event.
 *
 * @public
 */
export function edgesOfDeclared(job: NameKey, facts: RunFacts): ClaimedEdge[] {
  return edgesOfRun(job, facts);
}

/** Where each event states the whole set, what the latest one does not name is over. */
function current<T extends IoFacts>(
  record: Record<NameKey, T>,
  snapshot: string | undefined,
): Map<NameKey, T> {
  const entries = Object.entries(record);
  return new Map(
    snapshot === undefined
      ? entries
      : entries.filter(([, io]) => io.last >= snapshot),
  );
}

/** @returns whether it was made from all inputs, by the job as a whole. */
function addOutput(
  edges: EdgeSet,
  job: NameKey,
  { output, span, sources }: OutputSources,
  inputs: Map<NameKey, IoFacts>,
): boolean {
  const node = { node: output };
  const datasets: [NameKey, Span][] = [];
  let others = 0;
  for (const [source, sourceSpan] of sources ?? []) {
    if (isDatasetKey(source)) {
      datasets.push([source, sourceSpan]);
    } else if (source !== job) {
      others++;
      edges.add({ node: source }, node, sourceSpan);
    }
  }
  if (others > 0 && others === sources?.size) {
    // Made by others: this job only reports it.
    return false;
  }
  if (!sources || isSameSet(datasets, inputs)) {
    edges.add({ node: job }, node, span);
    return true;
  }
  const step = { step: { output } };
  for (const [source, sourceSpan] of datasets) {
    edges.add({ node: source }, step, sourceSpan);
  }
  edges.add(step, node, span);
  return false;
}

function isSameSet(
  sources: [NameKey, Span][],
  inputs: Map<NameKey, IoFacts>,
): boolean {
  return (
    sources.length === inputs.size &&
    sources.every(([source]) => inputs.has(source))
  );
}

/** Entries of the explicit `lineage` facet whose target is a job. */
function addJobTargets(
  edges: EdgeSet,
  job: NameKey,
  { entries }: RunFacts,
): void {
  for (const { target = job, inputs } of entries?.value ?? []) {
    if (isDatasetKey(target)) {
      continue;
    }
    for (const input of inputs) {
      const source = input ?? job;
      if (source !== target && entries) {
        edges.add({ node: source }, { node: target }, spanAt(entries.stamp));
      }
    }
  }
}

function addDependencies(
  edges: EdgeSet,
  job: NameKey,
  { dependencies }: RunFacts,
): void {
  if (!dependencies) {
    return;
  }
  const { stamp, value } = dependencies;
  const own = { node: job };
  for (const upstream of value.upstream) {
    if (upstream !== job) {
      edges.add({ node: upstream }, own, spanAt(stamp));
    }
  }
  for (const downstream of value.downstream) {
    if (downstream !== job) {
      edges.add(own, { node: downstream }, spanAt(stamp));
    }
  }
}
