import { createHash } from 'node:crypto';
import { exportCanonical } from '../../../../plugins/lineage-backend/src/export/exportCanonical';
import { BenchmarkDatabase } from '../../databases/BenchmarkDatabase';
import { withKnex } from '../../databases/withKnex';
import { Report } from '../../results/Report';
import { shuffledThrice, toBatches } from './ingestedEvents';
import { IngestTarget } from './IngestTarget';

/** A portal, and the database it works on. */
export interface OrderedTarget {
  target: IngestTarget;
  database: BenchmarkDatabase;
}

/**
 * Sends the same events to two new portals: to one in their order, to the other
 * in none and three times each. What both have then must be the same, byte for
 * byte.
 */
export async function measureOrder(options: {
  ordered: OrderedTarget;
  shuffled: OrderedTarget;
  events: readonly string[];
  batch: number;
  title: string;
}): Promise<Report> {
  const { ordered, shuffled, events, batch, title } = options;
  const mixed = shuffledThrice(events);
  const inOrder = await ordered.target.sendInOrder(toBatches(events, batch));
  const inNone = await shuffled.target.sendInOrder(toBatches(mixed, batch));
  await requireSame(ordered.database, shuffled.database);
  const row = (name: string, count: number, milliseconds: number) => [
    name,
    `${count}`,
    (milliseconds / 1_000).toFixed(1),
    (milliseconds / count).toFixed(2),
    (milliseconds / inOrder.drained).toFixed(1),
  ];
  return {
    title,
    columns: [
      '',
      'sent',
      'in the graph after s',
      'ms per event',
      'times the peer',
    ],
    rows: [
      row('in no order, three times each', mixed.length, inNone.drained),
      row('peer: in their order, once', events.length, inOrder.drained),
    ],
    missed: [],
  };
}

async function requireSame(
  a: BenchmarkDatabase,
  b: BenchmarkDatabase,
): Promise<void> {
  const [first, second] = [await exported(a), await exported(b)];
  if (first.hash !== second.hash) {
    throw new Error(
      `The order of events changed the graph: ${first.lines} lines and ${second.lines} lines are not the same`,
    );
  }
}

async function exported(database: BenchmarkDatabase) {
  return await withKnex(database, 'lineage', async knex => {
    const hash = createHash('sha256');
    let lines = 0;
    for await (const line of exportCanonical(knex)) {
      hash.update(line).update('\n');
      lines += 1;
    }
    return { hash: hash.digest('hex'), lines };
  });
}
