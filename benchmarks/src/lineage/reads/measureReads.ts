import { BenchmarkDatabase } from '../../databases/BenchmarkDatabase';
import { waitForRest } from '../../measuring/waitForRest';
import { Report } from '../../results/Report';
import { reportGrowth } from '../../results/reportGrowth';
import { Compared, reportSpeedups } from '../../results/reportSpeedups';
import { compareWithPeer } from './compareWithPeer';
import { GraphPortal, startGraphPortal } from './GraphPortal';
import { timeGrowth } from './timeGrowth';
import { measureWholeComponent } from './wholeComponent';

/** How much is read, and how often. */
export interface LineageReadsSize {
  /** Jobs of the graphs, ascending. */
  jobs: number[];
  /** The graph of `jobs` about which promises beside the peer are made. */
  compared: number;
  /** Begin when the portals have done all that they do after their start. */
  isAtRest: boolean;
  /** Rounds are so far apart that entities are looked up in each, and not known from the last. */
  neighbourhoods: { rounds: number; warmUp: number; leastRoundMs: number };
  peer: { rounds: number; warmUp: number };
  wholeComponent: { rounds: number; warmUp: number; giveUpMs: number };
}

const GROWTH_PROMISE = 1.5;
const FASTER_PROMISE = 200;

/** Measures reads of graphs of several sizes, each in a portal of its own. */
export async function measureReads(options: {
  newDatabase: () => BenchmarkDatabase;
  size: LineageReadsSize;
  logFile: string;
}): Promise<Report[]> {
  const { newDatabase, size, logFile } = options;
  const portals: GraphPortal[] = [];
  try {
    let title = '';
    for (const jobs of size.jobs) {
      const database = newDatabase();
      title = database.title;
      portals.push(await startGraphPortal({ database, jobs, logFile }));
    }
    if (size.isAtRest) {
      await waitForRest();
    }
    return [
      reportGrowth({
        title: `Lineage of at most 300 nodes on ${title}`,
        sizes: portals.map(portal => portal.size),
        grown: await timeGrowth(portals, size.neighbourhoods),
        promise: GROWTH_PROMISE,
      }),
      ...(await reportPeer(portals, { size, title })),
      ...(await reportWholeComponents(portals, { size, title })),
    ];
  } finally {
    await Promise.all(portals.map(portal => portal.stop()));
  }
}

async function reportPeer(
  portals: readonly GraphPortal[],
  options: { size: LineageReadsSize; title: string },
): Promise<Report[]> {
  const { size, title } = options;
  const compared: Compared[] = [];
  for (const { jobs, peer, unconditional, ...portal } of portals) {
    if (peer) {
      compared.push(
        ...(await compareWithPeer({
          client: unconditional,
          peer,
          seeded: portal.seeded,
          neighbourhoods: portal.neighbourhoods,
          ...size.peer,
          promise: jobs === size.compared ? FASTER_PROMISE : undefined,
        })),
      );
    }
  }
  return compared.length > 0
    ? [reportSpeedups(`Lineage beside a recursive query on ${title}`, compared)]
    : [];
}

async function reportWholeComponents(
  portals: readonly GraphPortal[],
  options: { size: LineageReadsSize; title: string },
): Promise<Report[]> {
  const { size, title } = options;
  const reports: Report[] = [];
  for (const { jobs, peer, unconditional, seeded } of portals) {
    if (jobs === size.compared) {
      reports.push(
        await measureWholeComponent({
          client: unconditional,
          peer,
          seeded,
          ...size.wholeComponent,
          title: `What depends on one dataset, of ${jobs} jobs, on ${title}`,
        }),
      );
    }
  }
  return reports;
}
