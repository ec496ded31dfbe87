import { joinSpans, Span } from './EdgeSet';
import { IoFacts, NameKey, OutputFacts, RunFacts } from '../facts';
import { MAX_COLUMN_EDGES } from '../limits';
import { isDatasetKey } from '../names';
import { timeOf } from '../stamps';

/** What one output was made from. */
export interface OutputSources {
  output: NameKey;
  /** When the output itself was named. */
  span: Span;
  /**
   * Datasets and other jobs; the job itself only where it is stated as a source.
   * Undefined: nothing more exact is known than all inputs.
   */
  sources?: Map<NameKey, Span>;
}

/**
 * Sources of every output: explicit lineage if there is any, else what column
 * lineage names, else all inputs. Where the job says explicitly what flows where,
 * nothing is guessed of outputs that it leaves out: without column lineage they
 * are missing.
 */
export function sourcesOfOutputs(
  job: NameKey,
  facts: RunFacts,
  inputs: Map<NameKey, IoFacts>,
  outputs: Map<NameKey, OutputFacts>,
): OutputSources[] {
  const byEntries = sourcesByEntries(job, facts);
  const byColumns = sourcesByColumns(inputs, outputs, { isExact: !!byEntries });
  const result: OutputSources[] = [];
  for (const [output, io] of outputs) {
    const span = spanOf(io);
    const entry = byEntries?.get(output);
    const explicit = explicitSources(io, entry);
    if (explicit) {
      const spanOfBoth = entry ? joinSpans(span, entry.span) : span;
      result.push({ output, span: spanOfBoth, sources: explicit });
      continue;
    }
    const sources = byColumns(io);
    if (sources || !byEntries) {
      result.push({ output, span, sources });
    }
  }
  for (const [output, entry] of byEntries ?? []) {
    if (!outputs.has(output)) {
      result.push({ output, ...entry });
    }
  }
  return result;
}

interface EntrySources {
  span: Span;
  sources: Map<NameKey, Span>;
}

/** Undefined: there is no explicit `lineage` facet of the job. */
function sourcesByEntries(
  job: NameKey,
  { entries }: RunFacts,
): Map<NameKey, EntrySources> | undefined {
  if (!entries?.value) {
    return undefined;
  }
  const span = spanAt(entries.stamp);
  const byOutput = new Map<NameKey, EntrySources>();
  for (const { target, inputs } of entries.value) {
    if (target !== undefined && isDatasetKey(target)) {
      const sources = byOutput.get(target)?.sources ?? new Map();
      inputs.forEach(input => sources.set(input ?? job, span));
      byOutput.set(target, { span, sources });
    }
  }
  return byOutput;
}

function explicitSources(
  { lineage }: OutputFacts,
  entry: EntrySources | undefined,
): Map<NameKey, Span> | undefined {
  if (!lineage?.value) {
    return entry?.sources;
  }
  const sources = new Map(entry?.sources);
  for (const name of lineage.value) {
    sources.set(name, joinSpans(sources.get(name), spanAt(lineage.stamp)));
  }
  return sources;
}

/**
 * Undefined: an output has no column lineage.
 *
 * @param options.isExact - inputs that no column lineage names count for nothing
 */
function sourcesByColumns(
  inputs: Map<NameKey, IoFacts>,
  outputs: Map<NameKey, OutputFacts>,
  { isExact }: { isExact: boolean },
): (io: OutputFacts) => Map<NameKey, Span> | undefined {
  const lists = [...outputs.values()].flatMap(io =>
    io.columns?.value ? [io.columns.value] : [],
  );
  const named = new Set(lists.flat());
  // More likely unparsed than unused.
  const unnamed = new Map<NameKey, Span>();
  for (const [name, io] of inputs) {
    if (!isExact && !named.has(name)) {
      unnamed.set(name, spanOf(io));
    }
  }
  const connections = lists.reduce(
    (sum, list) => sum + list.length + unnamed.size,
    0,
  );
  return ({ columns }) => {
    if (!columns?.value || connections > MAX_COLUMN_EDGES) {
      return undefined;
    }
    const sources = new Map(unnamed);
    const span = spanAt(columns.stamp);
    columns.value.forEach(name => sources.set(name, span));
    return sources;
  };
}

export function spanOf(io: IoFacts): Span {
  return { first: io.first, last: timeOf(io.last) };
}

export function spanAt(stamp: string): Span {
  const at = timeOf(stamp);
  return { first: at, last: at };
}
