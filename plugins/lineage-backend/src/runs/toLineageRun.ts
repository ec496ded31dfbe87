import {
  IoFacts,
  LineageRun,
  LineageRunConsumer,
  LineageRunDataset,
  NameKey,
  parseNameKey,
  RunFacts,
} from '@understudy/plugin-lineage-common';
import { NamedNode } from '../graph/GraphStore';
import { timeOfStamp, toApiTime } from '../graph/times';
import { NameRules } from '../names/NameRules';
import { nodeKeyOf } from '../nodes/nodeKey';
import { runStateOf } from './runState';
import { RunRow } from './sql/selectRuns';

const MOST_DATASETS = 100;
const MOST_ERROR_LENGTH = 500;

interface Io {
  key: NameKey;
  version?: string;
}

/** A run of which the datasets have no ids yet. */
export interface ListedRun {
  run: Omit<LineageRun, 'inputs' | 'outputs'>;
  inputs: Io[];
  outputs: Io[];
}

/** Reads what is listed of a run. */
export function readRunRow(row: RunRow, job: NamedNode | undefined): ListedRun {
  const facts: RunFacts | undefined =
    row.facts === null ? undefined : JSON.parse(row.facts);
  const inputs = readIo(facts?.inputs, facts?.snapshot);
  const outputs = readIo(facts?.outputs, facts?.snapshot);
  const { start, end } = facts?.nominal?.value ?? {};
  const error = facts?.error?.value.split(/\r?\n/, 1)[0];
  const tags = facts?.tags?.value;
  const engine = facts?.engine?.value;
  const truncated =
    !facts ||
    facts.cut ||
    inputs.length > MOST_DATASETS ||
    outputs.length > MOST_DATASETS;
  return {
    run: {
      id: row.id,
      ...(job && {
        job: {
          id: job.id,
          namespace: job.namespace ?? '',
          name: job.name ?? '',
        },
      }),
      state: runStateOf(row.state),
      ...(row.started_at && { startedAt: toApiTime(row.started_at) }),
      ...(row.ended_at && { endedAt: toApiTime(row.ended_at) }),
      lastEventAt: timeOfStamp(row.last_stamp),
      ...(start && { nominalStart: toApiTime(start) }),
      ...(end && { nominalEnd: toApiTime(end) }),
      ...(row.parent_run_id && { parentRunId: row.parent_run_id }),
      ...(error && { error: error.slice(0, MOST_ERROR_LENGTH) }),
      ...(tags && tags.length > 0 && { tags }),
      ...(engine && { engine }),
      ...(truncated && { truncated: true as const }),
    },
    inputs: inputs.slice(0, MOST_DATASETS),
    outputs: outputs.slice(0, MOST_DATASETS),
  };
}

/** What depends on something that was written. */
export interface FoundConsumers {
  consumers: LineageRunConsumer[];
  more: boolean;
  /** None was left out as the caller may not see it. */
  complete: boolean;
}

/** What is known of the things that runs read and wrote, by key of the name. */
export interface KnownDatasets {
  /** As they are shown; those that the caller may not see are missing. */
  datasets: ReadonlyMap<string, NamedNode>;
  /** Of outputs; missing when nobody asked. */
  consumers?: ReadonlyMap<string, FoundConsumers>;
}

/** Whether nothing of a run is left out as the caller may not see it. */
export function isWholeRun(
  { inputs, outputs }: ListedRun,
  { datasets, consumers }: KnownDatasets,
): boolean {
  const keys = [...inputs, ...outputs].map(({ key }) => keyOf(key));
  return keys.every(
    key => datasets.has(key) && consumers?.get(key)?.complete !== false,
  );
}

/** Puts to the datasets of a run the nodes that they are shown as; others are left out. */
export function toLineageRun(
  { run, inputs, outputs }: ListedRun,
  known: KnownDatasets & { rules: Pick<NameRules, 'fold'> },
): LineageRun {
  const toDataset = ({ key, version }: Io): LineageRunDataset[] => {
    const read = parseNameKey(key);
    const node = known.datasets.get(keyOf(key));
    const { partition } = known.rules.fold(read);
    return node
      ? [
          {
            id: node.id,
            namespace: read.namespace,
            name: read.name,
            ...(version && { version }),
            ...(partition && { partition }),
          },
        ]
      : [];
  };
  const withConsumers = (io: Io): LineageRunDataset[] => {
    const found = known.consumers?.get(keyOf(io.key));
    return toDataset(io).map(dataset => ({
      ...dataset,
      ...(found && { consumers: found.consumers }),
      ...(found?.more && { moreConsumers: true as const }),
    }));
  };
  return {
    ...run,
    inputs: inputs.flatMap(toDataset),
    outputs: outputs.flatMap(withConsumers),
  };
}

function keyOf(name: NameKey): string {
  const { kind, namespace, name: text } = parseNameKey(name);
  return nodeKeyOf(kind, namespace, text);
}

/** In the order of their names; what a later whole statement leaves out is not listed. */
function readIo(
  io: Record<NameKey, IoFacts> | undefined,
  snapshot: string | undefined,
): Io[] {
  return Object.entries(io ?? {})
    .filter(([, { last }]) => snapshot === undefined || last >= snapshot)
    .map(([key, { version }]) => ({ key, version: version?.value }))
    .sort((a, b) => (a.key < b.key ? -1 : 1));
}
