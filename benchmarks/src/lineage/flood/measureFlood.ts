import { BenchmarkDatabase } from '../../databases/BenchmarkDatabase';
import { Report } from '../../results/Report';
import { toBatches, weeksOfEvents } from '../ingest/ingestedEvents';
import { IngestTarget } from '../ingest/IngestTarget';
import { PortalMemory } from '../portal/PortalMemory';
import { startLineagePortal } from '../portal/startLineagePortal';
import { FloodPart, reportFlood } from './reportFlood';

/** How much is sent. */
export interface FloodSize {
  /** About so many. */
  events: number;
  /** How often the portal is looked at meanwhile. */
  parts: number;
  /** Events of one batch. */
  batch: number;
}

/** Sends events faster than they can be put into the graph, and looks at the memory of the portal. */
export async function measureFlood(options: {
  newDatabase: () => BenchmarkDatabase;
  size: FloodSize;
  logFile: string;
}): Promise<Report[]> {
  const { newDatabase, size, logFile } = options;
  const database = newDatabase();
  const portal = await startLineagePortal({ database, logFile });
  const target = new IngestTarget(portal);
  try {
    const memory = new PortalMemory(portal);
    await memory.look();
    const parts: FloodPart[] = [];
    let events = 0;
    let ofPart = { events: 0, milliseconds: 0 };
    for (const some of weeksOfEvents(size.events, new Date())) {
      ofPart.milliseconds += await target.flood(toBatches(some, size.batch));
      ofPart.events += some.length;
      events += some.length;
      if (events >= (size.events * (parts.length + 1)) / size.parts) {
        parts.push({
          events,
          acceptedPerSecond: (ofPart.events * 1_000) / ofPart.milliseconds,
          waiting: await target.backlog(),
          memory: await memory.look(),
        });
        ofPart = { events: 0, milliseconds: 0 };
      }
    }
    await target.waitUntilDrained();
    return [
      reportFlood(`A flood of lineage events on ${database.title}`, parts, {
        events,
        waiting: await target.backlog(),
        memory: await memory.look(),
      }),
    ];
  } finally {
    target.close();
    await portal.stop();
  }
}
