import { LineageRunPage } from '@understudy/plugin-lineage-common';
import { BenchmarkDatabase } from '../../databases/BenchmarkDatabase';
import { timeTogether } from '../../measuring/timeTogether';
import { waitForRest } from '../../measuring/waitForRest';
import { Report } from '../../results/Report';
import { reportGrowth } from '../../results/reportGrowth';
import { reportTimes } from '../../results/reportTimes';
import { datasetTemplate } from '../reads/datasetEntities';
import { GraphPortal, startGraphPortal } from '../reads/GraphPortal';
import { Adjacency } from '../reads/JobGraph';
import { makeNeighbourhoods } from '../reads/neighbourhoods';
import { LAST } from '../reads/seedGraph';
import { DailyRuns } from './DailyRuns';
import { readsOfRuns, RunsRead } from './readsOfRuns';

/** How much is read, and how often. */
export interface HistorySize {
  jobs: number;
  /** On each of them every job ran once. */
  days: number;
  /** Begin when the portal has done all that it does after its start. */
  isAtRest: boolean;
  rounds: number;
  warmUp: number;
}

const PAST_PROMISE_MS = 500;
const RUNS_PROMISE_MS = 150;
const PEER = 'catalog, one entity by name';

/**
 * Measures what history costs: graphs as they were beside the same graphs as they
 * are, and runs by what they used.
 */
export async function measureHistory(options: {
  database: BenchmarkDatabase;
  size: HistorySize;
  logFile: string;
}): Promise<Report[]> {
  const { database, size, logFile } = options;
  const runs = new DailyRuns({ days: size.days, last: LAST });
  const portal = await startGraphPortal({
    database,
    jobs: size.jobs,
    logFile,
    runs,
  });
  try {
    if (size.isAtRest) {
      await waitForRest();
    }
    const where = `${portal.size}, ${size.jobs * size.days} runs, on ${database.title}`;
    return [
      await comparePast(portal, { size, runs, where }),
      await measureRuns(portal, { size, runs, where }),
    ];
  } finally {
    await portal.stop();
  }
}

/** What nobody asked before, of now and of a day on which it was smaller. */
async function comparePast(
  portal: GraphPortal,
  options: { size: HistorySize; runs: DailyRuns; where: string },
): Promise<Report> {
  const { size, runs, where } = options;
  const { neighbourhoods, readers, seeded } = portal;
  const [client] = readers.all;
  const day = runs.laterDay - 1;
  const graph = runs.graphOn(day, seeded.graph);
  const past = makeNeighbourhoods(
    { ...seeded, graph, adjacency: new Adjacency(graph) },
    { asOf: runs.timeOf(day) },
  );
  const kinds = ['pipeline', 'wholePipeline', 'mart', 'wide', 'hub'] as const;
  for (const kind of kinds) {
    await neighbourhoods[kind].check(client);
    await past[kind].check(client);
  }
  const now = (kind: (typeof kinds)[number]) => `${kind}, now`;
  const then = (kind: (typeof kinds)[number]) => `${kind}, then`;
  const times = await timeTogether(
    kinds.flatMap(kind => [
      {
        name: now(kind),
        run: () => neighbourhoods[kind].readAnew(client),
      },
      { name: then(kind), run: () => past[kind].readAnew(client) },
    ]),
    size,
  );
  return reportGrowth({
    title: `Lineage as of a time beside that of now, ${where}`,
    sizes: ['now', `${runs.days - day} days before`],
    grown: kinds.map(kind => ({
      name: neighbourhoods[kind].name,
      times: [times.get(now(kind)) ?? [], times.get(then(kind)) ?? []],
      promise: PAST_PROMISE_MS,
    })),
    // What is now is held in memory.
    promise: Number.POSITIVE_INFINITY,
  });
}

async function measureRuns(
  portal: GraphPortal,
  options: { size: HistorySize; runs: DailyRuns; where: string },
): Promise<Report> {
  const { size, runs, where } = options;
  const [client] = portal.readers.all;
  const ask = (query: RunsRead['query']) =>
    client.get<LineageRunPage>(`/lineage/runs?${new URLSearchParams(query)}`);
  const reads = readsOfRuns(portal.seeded, runs);
  for (const { name, query, expected } of reads) {
    const { items, complete } = await ask(query);
    if (items.length !== expected || !complete) {
      throw new Error(
        `'${name}' lists ${items.length} runs, complete: ${complete}; there are ${expected}`,
      );
    }
  }
  const times = await timeTogether(
    [
      ...reads.map(({ name, query }) => ({ name, run: () => ask(query) })),
      {
        name: PEER,
        run: () =>
          client.get(
            `/catalog/entities/by-name/dataset/default/${datasetTemplate.metadata.name}`,
          ),
      },
    ],
    size,
  );
  return reportTimes({
    title: `Runs by what they used, ${where}`,
    times,
    peer: PEER,
    promise: RUNS_PROMISE_MS,
  });
}
