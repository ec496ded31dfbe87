import {
  EventFacts,
  FacetStatement,
  Latest,
  NameKey,
  OpenLineageName,
  RunFacts,
  Stamp,
} from '@understudy/plugin-lineage-common';
import { Declaration, readDeclarations } from './declarations';
import {
  mergeStoredRuns,
  readNamedRun,
  readOwnRun,
  StoredRun,
} from './StoredRun';

/** The facet that other names of a dataset come from. */
export const SYMLINKS = 'symlinks';

/** What a batch says of a job itself. */
export interface StatedJob {
  latest: string;
  lastRun?: { id: string; stamp: Stamp };
  declared?: Latest<RunFacts>;
  parent?: Latest<NameKey>;
}

/** Everything a batch of events says, merged: each thing once. */
export interface BatchFacts {
  names: Map<NameKey, { name: OpenLineageName; first: string; last: string }>;
  /** By node and name of the facet. */
  facets: Map<string, Latest<FacetStatement>>;
  /** Other names of the nodes whose `symlinks` facet is among the facets. */
  symlinks: Map<NameKey, Latest<{ other: NameKey; table: boolean }[]>>;
  renames: { node: NameKey; previous: NameKey }[];
  runs: Map<string, { originalId?: string; stated: StoredRun }>;
  jobs: Map<NameKey, StatedJob>;
  /** Datasets that say what they are made from. */
  datasets: Map<NameKey, Latest<NameKey[] | null>>;
  /** All that jobs and datasets declare, also what another declaration replaces. */
  declarations: Declaration[];
}

/** Merges what events say. Their order and repetition do not matter. */
export function collectBatch(events: readonly EventFacts[]): BatchFacts {
  const batch: BatchFacts = {
    names: new Map(),
    facets: new Map(),
    symlinks: new Map(),
    renames: [],
    runs: new Map(),
    jobs: new Map(),
    datasets: new Map(),
    declarations: events.flatMap(readDeclarations),
  };
  for (const event of events) {
    collectNames(batch, event);
    collectFacets(batch, event);
    collectRuns(batch, event);
    collectJob(batch, event);
    collectDatasetLineage(batch, event);
  }
  return batch;
}

function collectNames(batch: BatchFacts, event: EventFacts): void {
  const at = event.eventTime;
  for (const [key, name] of Object.entries(event.names)) {
    const known = batch.names.get(key);
    if (!known) {
      batch.names.set(key, { name, first: at, last: at });
    } else if (at < known.first) {
      known.first = at;
    } else if (at > known.last) {
      known.last = at;
    }
  }
}

function collectFacets(batch: BatchFacts, event: EventFacts): void {
  const { stamp } = event;
  for (const statement of event.facets) {
    const { node, name } = statement;
    keepLatest(batch.facets, `${node}\n${name}`, { stamp, value: statement });
    if (name === SYMLINKS) {
      keepLatest(batch.symlinks, node, {
        stamp,
        value: event.otherNames
          .filter(other => other.node === node && other.how !== 'renamed-from')
          .map(({ other, how }) => ({ other, table: how === 'table-symlink' })),
      });
    }
  }
  for (const { node, other, how } of event.otherNames) {
    if (how === 'renamed-from') {
      batch.renames.push({ node, previous: other });
    }
  }
}

function collectRuns(batch: BatchFacts, event: EventFacts): void {
  const own = readOwnRun(event);
  if (own && event.run) {
    addRun(batch, event.run, own);
  }
  for (const other of event.otherRuns) {
    addRun(batch, other, readNamedRun(event, other));
  }
}

function addRun(
  { runs }: BatchFacts,
  { id, originalId }: { id: string; originalId?: string },
  stated: StoredRun,
): void {
  const known = runs.get(id);
  runs.set(id, {
    originalId: known?.originalId ?? originalId,
    stated: known ? mergeStoredRuns(known.stated, stated) : stated,
  });
}

function collectJob(batch: BatchFacts, event: EventFacts): void {
  const { job: key, eventTime, stamp, run, declared } = event;
  if (!key) {
    return;
  }
  const job = batch.jobs.get(key) ?? { latest: eventTime };
  batch.jobs.set(key, job);
  if (job.latest < eventTime) {
    job.latest = eventTime;
  }
  if (run && (!job.lastRun || job.lastRun.stamp < stamp)) {
    job.lastRun = { id: run.id, stamp };
  }
  if (declared && (!job.declared || job.declared.stamp < stamp)) {
    job.declared = { stamp, value: declared };
  }
  const parent = run?.facts.parent?.value.job;
  if (parent && (!job.parent || job.parent.stamp < stamp)) {
    job.parent = { stamp, value: parent };
  }
}

function collectDatasetLineage(batch: BatchFacts, event: EventFacts): void {
  const { datasetLineage, inputLineage = [], stamp } = event;
  for (const { dataset, sources } of [
    ...(datasetLineage ? [datasetLineage] : []),
    ...inputLineage,
  ]) {
    keepLatest(batch.datasets, dataset, { stamp, value: sources });
  }
}

function keepLatest<T>(
  map: Map<string, Latest<T>>,
  key: string,
  said: Latest<T>,
): void {
  const known = map.get(key);
  if (!known || known.stamp < said.stamp) {
    map.set(key, said);
  }
}
