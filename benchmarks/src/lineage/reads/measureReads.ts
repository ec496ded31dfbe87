import { BenchmarkDatabase } from '../../databases/BenchmarkDatabase';
import { waitForRest } from '../../measuring/waitForRest';
import { Report } from '../../results/Report';
import { reportGrowth } from '../../results/reportGrowth';
import { Compared, reportSpeedups } from '../../results/reportSpeedups';
import { compareWithPeer } from './compareWithPeer';
import { GraphPortal, startGraphPortal } from './GraphPortal';
import { joinSizes, ReadTimes, timeReads } from './timeReads';
import { measureWholeComponent } from './wholeComponent';

/** How much is read, and how often. */
export interface LineageReadsSize {
  /** Jobs of the graphs, ascending. */
  jobs: number[];
  /** The graph of `jobs` about which promises beside the peer are made. */
  compared: number;
  /** Begin when the portal has done all that it does after its start. */
  isAtRest: boolean;
  /**
   * Of each kind so many people take turns, a round each, and rounds begin so far apart,
   * that nothing is known of somebody whose turn it is again.
   */
  neighbourhoods: {
    readers: number;
    rounds: number;
    warmUp: number;
    leastRoundMs: number;
  };
  peer: { rounds: number; warmUp: number };
  wholeComponent: { rounds: number; warmUp: number; giveUpMs: number };
}

/** What was measured of one graph. */
interface MeasuredGraph {
  /** How large it is, in words. */
  label: string;
  times: ReadTimes[];
  compared: Compared[];
  wholeComponent: Report | undefined;
}

const GROWTH_PROMISE = 1.5;
const FASTER_PROMISE = 200;

/**
 * Measures reads of graphs of several sizes, each in a portal of its own, one
 * after the other: several would share the processors of the machine, and each
 * would wait for what the others do every minute. A machine that is slower for a
 * while looks like growth, then, which the row of the catalog shows.
 */
export async function measureReads(options: {
  newDatabase: () => BenchmarkDatabase;
  size: LineageReadsSize;
  logFile: string;
}): Promise<Report[]> {
  const { newDatabase, size, logFile } = options;
  const measured: MeasuredGraph[] = [];
  let title = '';
  for (const jobs of size.jobs) {
    const database = newDatabase();
    title = database.title;
    const portal = await startGraphPortal({
      database,
      jobs,
      logFile,
      readers: size.neighbourhoods.readers,
    });
    try {
      measured.push(await measureGraph(portal, { size, title }));
    } finally {
      await portal.stop();
    }
    // What a server does with it later must not be beside the next one.
    await database.remove();
  }
  const compared = measured.flatMap(each => each.compared);
  return [
    reportGrowth({
      title: `Lineage of at most 300 nodes on ${title}`,
      sizes: measured.map(({ label }) => label),
      grown: joinSizes(measured.map(({ times }) => times)),
      promise: GROWTH_PROMISE,
    }),
    ...(compared.length > 0
      ? [
          reportSpeedups(
            `Lineage beside a recursive query on ${title}`,
            compared,
          ),
        ]
      : []),
    ...measured.flatMap(({ wholeComponent }) => wholeComponent ?? []),
  ];
}

async function measureGraph(
  portal: GraphPortal,
  options: { size: LineageReadsSize; title: string },
): Promise<MeasuredGraph> {
  const { size, title } = options;
  const { jobs, peer, seeded, neighbourhoods } = portal;
  const [client] = portal.readers.all;
  if (size.isAtRest) {
    await waitForRest();
  }
  return {
    label: portal.size,
    times: await timeReads(portal, size.neighbourhoods),
    compared: peer
      ? await compareWithPeer({
          client,
          peer,
          seeded,
          neighbourhoods,
          ...size.peer,
          promise: jobs === size.compared ? FASTER_PROMISE : undefined,
        })
      : [],
    wholeComponent:
      jobs === size.compared
        ? await measureWholeComponent({
            client,
            peer,
            seeded,
            ...size.wholeComponent,
            title: `What depends on one dataset, of ${jobs} jobs, on ${title}`,
          })
        : undefined,
  };
}
