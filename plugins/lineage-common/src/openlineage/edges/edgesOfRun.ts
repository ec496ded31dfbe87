import { createEdgeSet, EdgeSet, joinSpans, Span } from './EdgeSet';
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
  const read = readOfJob(made, inputs);
  let readByJob = made.length === 0 && !facts.entries?.value;
  for (const output of made) {
    if (addOutput(edges, job, output, read)) {
      readByJob = true;
    }
  }
  if (readByJob) {
    for (const [input, span] of read) {
      edges.add({ node: input }, { node: job }, span);
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

/**
 * What the job as a whole reads: its inputs; and where all outputs are made from
 * the same, also what is no input. dbt, for one, names seeds as sources only.
 */
function readOfJob(
  made: readonly OutputSources[],
  inputs: Map<NameKey, IoFacts>,
): Map<NameKey, Span> {
  const read = new Map<NameKey, Span>();
  for (const [input, io] of inputs) {
    read.set(input, spanOf(io));
  }
  const lists = made.map(({ sources }) =>
    [...(sources ?? [])].filter(([source]) => isDatasetKey(source)),
  );
  const all = new Set(lists.flat().map(([source]) => source));
  const isShared =
    lists.every(list => list.length === all.size) &&
    [...inputs.keys()].every(input => all.has(input));
  if (isShared) {
    for (const [source, span] of lists.flat()) {
      if (!inputs.has(source)) {
        read.set(source, joinSpans(read.get(source), span));
      }
    }
  }
  return read;
}

/** @returns whether it was made from all that is read, by the job as a whole. */
function addOutput(
  edges: EdgeSet,
  job: NameKey,
  { output, span, sources }: OutputSources,
  read: ReadonlyMap<NameKey, Span>,
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
  if (!sources || isSameSet(datasets, read)) {
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
  read: ReadonlyMap<NameKey, Span>,
): boolean {
  return (
    sources.length === read.size &&
    sources.every(([source]) => read.has(source))
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
