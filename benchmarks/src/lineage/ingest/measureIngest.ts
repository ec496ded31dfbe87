import { formatLineageNodeId } from '@understudy/plugin-lineage-common';
import { BenchmarkDatabase } from '../../databases/BenchmarkDatabase';
import { RunningPortal } from '../../portal/startPortal';
import { Report } from '../../results/Report';
import { UNCONDITIONAL_ROLE } from '../portal/roles';
import { startLineagePortal } from '../portal/startLineagePortal';
import { compress, ingestedEvents } from './ingestedEvents';
import { IngestTarget } from './IngestTarget';
import { measureOrder } from './measureOrder';
import {
  eventsNeeded,
  measureThroughput,
  ThroughputSize,
} from './measureThroughput';

/** How much is sent. */
export interface LineageIngestSize {
  throughput: ThroughputSize;
  /** Events that are sent in order and in none. */
  ordered: number;
}

/** Requests to a route that does nothing, so that a portal has warmed up. */
const WARM_UP = 500;

/** Measures how fast events are taken, and that their order changes nothing. */
export async function measureIngest(options: {
  newDatabase: () => BenchmarkDatabase;
  size: LineageIngestSize;
  logFile: string;
}): Promise<Report[]> {
  const { newDatabase, size } = options;
  const databases = [newDatabase(), newDatabase()];
  const { title } = databases[0];
  const events = ingestedEvents(
    size.ordered + eventsNeeded(size.throughput),
    new Date(),
  );
  const first = events.slice(0, size.ordered);
  return await withPortals(databases, options, async portals => {
    const targets = portals.map(portal => new IngestTarget(portal));
    for (const target of targets) {
      const [event] = first;
      await target.sendToNothing(
        Array.from({ length: WARM_UP }, () => compress(event)),
      );
    }
    const order = await measureOrder({
      ordered: { target: targets[0], database: databases[0] },
      shuffled: { target: targets[1], database: databases[1] },
      events: first,
      batch: size.throughput.batch,
      title: `The same lineage events in two orders on ${title}`,
    });
    const throughput = await measureThroughput({
      target: targets[0],
      reader: await portals[0].signIn(UNCONDITIONAL_ROLE),
      root: jobOf(first),
      events: events.slice(size.ordered),
      size: size.throughput,
      title: `Lineage events on ${title}`,
    });
    targets.forEach(target => target.close());
    return [...throughput, order];
  });
}

async function withPortals<T>(
  databases: readonly BenchmarkDatabase[],
  options: { logFile: string },
  run: (portals: RunningPortal[]) => Promise<T>,
): Promise<T> {
  const starts = await Promise.allSettled(
    databases.map(database => startLineagePortal({ ...options, database })),
  );
  const portals = starts.flatMap(start =>
    start.status === 'fulfilled' ? [start.value] : [],
  );
  try {
    const failed = starts.find(start => start.status === 'rejected');
    if (failed) {
      throw failed.reason;
    }
    return await run(portals);
  } finally {
    await Promise.all(portals.map(portal => portal.stop()));
  }
}

/** The id of a job that the events are about. */
function jobOf(events: readonly string[]): string {
  for (const text of events) {
    const { job } = JSON.parse(text);
    if (job) {
      const { namespace, name } = job;
      return formatLineageNodeId({ kind: 'job', namespace, name });
    }
  }
  throw new Error('None of the events is about a job');
}
