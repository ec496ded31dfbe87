import {
  IoFacts,
  LineageRun,
  LineageRunDataset,
  NameKey,
  parseNameKey,
  RunFacts,
} from '@understudy/plugin-lineage-common';
import { NamedNode } from '../graph/GraphStore';
import { timeOfStamp, toApiTime } from '../graph/times';
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
      ...(truncated && { truncated: true as const }),
    },
    inputs: inputs.slice(0, MOST_DATASETS),
    outputs: outputs.slice(0, MOST_DATASETS),
  };
}

/** Puts to the datasets of a run the nodes that they are shown as; others are left out. */
export function toLineageRun(
  { run, inputs, outputs }: ListedRun,
  nodes: ReadonlyMap<string, NamedNode>,
): LineageRun {
  const toDatasets = (list: Io[]): LineageRunDataset[] =>
    list.flatMap(({ key, version }) => {
      const { kind, namespace, name } = parseNameKey(key);
      const node = nodes.get(nodeKeyOf(kind, namespace, name));
      return node
        ? [{ id: node.id, namespace, name, ...(version && { version }) }]
        : [];
    });
  return { ...run, inputs: toDatasets(inputs), outputs: toDatasets(outputs) };
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
