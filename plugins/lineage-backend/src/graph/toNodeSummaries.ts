import {
  formatLineageNodeId,
  LineageLastRun,
  LineageNodeSummary,
} from '@understudy/plugin-lineage-common';
import { NODE_KIND } from '../nodes/nodeKinds';
import { runStateOf } from '../runs/runState';
import { stepIdOf } from './nodeIds';
import { describeFacets, StatedFacet } from './shownFacets';
import { NodeRow } from './sql/selectNodes';
import { timeOfStamp, toApiTime } from './times';

/** Puts together what is shown of each node. */
export function toNodeSummaries(
  rows: readonly NodeRow[],
): Map<number, LineageNodeSummary> {
  const groups = new Map<number, NodeRow[]>();
  for (const row of rows) {
    const group = groups.get(row.shown);
    if (group) {
      group.push(row);
    } else {
      groups.set(row.shown, [row]);
    }
  }
  const nodes = new Map<number, LineageNodeSummary>();
  for (const [id, group] of groups) {
    const own = group.find(row => row.id === id);
    if (own) {
      nodes.set(id, toSummary(own, group));
    }
  }
  return nodes;
}

function toSummary(own: NodeRow, group: NodeRow[]): LineageNodeSummary {
  const entityRef = own.kind === NODE_KIND.entity ? own.name : own.job_entity;
  const name = nameOf(own, group);
  const kind = own.kind === NODE_KIND.dataset ? 'dataset' : 'job';
  const jobId = entityRef ?? formatLineageNodeId({ kind, ...(name ?? own) });
  const id =
    own.output_namespace !== null && own.output_name !== null
      ? stepIdOf(jobId, {
          namespace: own.output_namespace,
          name: own.output_name,
        })
      : jobId;
  const first = least(group.flatMap(row => [row.first_seen, row.folded_first]));
  const last = greatest(group.flatMap(row => [row.last_seen, row.folded_last]));
  const environments = new Set(group.flatMap(row => row.environment ?? []));
  const foldedNames = countFolded(group);
  const lastRun = lastRunOf(group);
  // Whose an entity is, the catalog says.
  const { owners, ...facets } = describeFacets(facetsOf(group));
  return {
    id,
    kind: entityRef === null ? kind : 'entity',
    ...(entityRef !== null && { entityRef }),
    ...name,
    ...facets,
    ...(owners && entityRef === null && { owners }),
    ...(lastRun && { lastRun }),
    ...(first && { firstSeen: toApiTime(first) }),
    ...(last && { lastSeen: toApiTime(last) }),
    ...(environments.size > 0 && { environments: [...environments].sort() }),
    ...(foldedNames > 0 && { foldedNames }),
  };
}

/** There are several rows of a name: one for each facet. */
function countFolded(group: NodeRow[]): number {
  const names = new Map(group.map(row => [row.id, row.folded_names]));
  return [...names.values()].reduce((sum, count) => sum + count, 0);
}

/** As events name it; an entity by the first of its names. */
function nameOf(
  own: NodeRow,
  group: NodeRow[],
): { namespace: string; name: string } | undefined {
  if (own.job_namespace !== null && own.job_name !== null) {
    return { namespace: own.job_namespace, name: own.job_name };
  }
  if (own.kind !== NODE_KIND.entity) {
    return { namespace: own.namespace, name: own.name };
  }
  // The rows are sorted by name.
  const first = group.find(row => row.kind !== NODE_KIND.entity);
  return first && { namespace: first.namespace, name: first.name };
}

/** Of several facets under one name the latest. */
function facetsOf(group: NodeRow[]): StatedFacet[] {
  const latest = new Map<string, NodeRow>();
  for (const row of group) {
    const before = row.facet === null ? undefined : latest.get(row.facet);
    if (
      row.facet !== null &&
      (before?.facet_stamp ?? '') < (row.facet_stamp ?? '')
    ) {
      latest.set(row.facet, row);
    }
  }
  return [...latest].flatMap(([name, row]) =>
    row.facet_body === null || row.facet_stamp === null
      ? []
      : [
          {
            name,
            at: timeOfStamp(row.facet_stamp),
            value: JSON.parse(row.facet_body),
          },
        ],
  );
}

function lastRunOf(group: NodeRow[]): LineageLastRun | undefined {
  let latest: NodeRow | undefined;
  for (const row of group) {
    if (
      row.run_id !== null &&
      (row.run_stamp ?? '') > (latest?.run_stamp ?? '')
    ) {
      latest = row;
    }
  }
  return latest?.run_id && latest.run_stamp
    ? {
        id: latest.run_id,
        state: runStateOf(latest.run_state),
        at: timeOfStamp(latest.run_stamp),
      }
    : undefined;
}

function least(texts: (string | null)[]): string | undefined {
  return texts.filter(text => text !== null).sort()[0];
}

function greatest(texts: (string | null)[]): string | undefined {
  return texts
    .filter(text => text !== null)
    .sort()
    .at(-1);
}
