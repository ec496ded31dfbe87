import { LineageFields } from '@understudy/plugin-lineage-common';
import { Knex } from 'knex';
import { ColumnReader } from '../../../../plugins/lineage-backend/src/columns/ColumnReader';
import { ColumnStore } from '../../../../plugins/lineage-backend/src/columns/ColumnStore';
import { DatabaseGraphStore } from '../../../../plugins/lineage-backend/src/graph/DatabaseGraphStore';
import { BenchmarkDatabase } from '../../databases/BenchmarkDatabase';
import { withKnex } from '../../databases/withKnex';
import { timeTogether } from '../../measuring/timeTogether';
import { Report } from '../../results/Report';
import { migrateLineage } from '../migrateLineage';
import { wholeView } from '../wholeView';
import { Ladder } from './Ladder';
import { PathQuery } from './PathQuery';
import { LadderTimes, reportFields } from './reportFields';

/** How long the ladders are, and how often they are followed. */
export interface FieldsSize {
  /** Rungs of a ladder that the peer comes to the end of. */
  proven: number;
  rungs: number[];
  /** How long the peer may take. */
  giveUpMs: number;
  rounds: number;
  warmUp: number;
}

/** Measures how the way of a field is followed where it forks and joins again and again. */
export async function measureFields(options: {
  newDatabase: () => BenchmarkDatabase;
  size: FieldsSize;
}): Promise<Report[]> {
  const { newDatabase, size } = options;
  const database = newDatabase();
  return await withKnex(database, 'lineage', async knex => {
    await migrateLineage(knex);
    const [proven, ...ladders] = await insertLadders(knex, [
      size.proven,
      ...size.rungs,
    ]);
    const reader = new ColumnReader({
      columns: new ColumnStore({ knex }),
      store: new DatabaseGraphStore({ knex }),
    });
    const peer = new PathQuery(knex);
    if (!(await followAsPeer(peer, proven, size.giveUpMs))) {
      throw new Error(
        `The peer did not come to the end of ${size.proven} rungs`,
      );
    }
    for (const ladder of [proven, ...ladders]) {
      requireFields(await follow(reader, ladder), ladder);
    }
    const times = await timeTogether(
      ladders.map(ladder => ({
        name: `${ladder.rungs}`,
        run: () => follow(reader, ladder),
      })),
      size,
    );
    const measured: LadderTimes[] = [];
    for (const ladder of ladders) {
      const start = performance.now();
      const finished = await followAsPeer(peer, ladder, size.giveUpMs);
      measured.push({
        rungs: ladder.rungs,
        times: times.get(`${ladder.rungs}`) ?? [],
        peer: { ms: performance.now() - start, finished },
      });
    }
    return [
      reportFields(
        `What one field is made from, on ${database.title}`,
        measured,
      ),
    ];
  });
}

async function insertLadders(
  knex: Knex,
  lengths: readonly number[],
): Promise<Ladder[]> {
  const ladders: Ladder[] = [];
  for (const rungs of lengths) {
    const ladder = new Ladder({ rungs, first: ladders.at(-1)?.end ?? 1 });
    await ladder.insert(knex);
    ladders.push(ladder);
  }
  return ladders;
}

/** As the route does it, but as far as the ladder goes. */
async function follow(
  reader: ColumnReader,
  ladder: Ladder,
): Promise<LineageFields> {
  return await reader.get(
    {
      root: { kind: 'dataset', ...ladder.last },
      field: ladder.field,
      depth: { upstream: ladder.rungs, downstream: 0 },
      limit: 2 * ladder.rungs + 1,
    },
    { view: wholeView },
  );
}

function requireFields(found: LineageFields, ladder: Ladder): void {
  const name = (column: number) => {
    const { dataset, field } = ladder.nameOf(column);
    return `${dataset} ${field}`;
  };
  const nameOfNode = new Map(found.nodes.map(node => [node.id, node.name]));
  requireSame(
    `our walk of ${ladder.rungs} rungs`,
    found.edges.map(({ source, target }) => {
      const [from, to] = [source, target].map(
        ({ node, field }) => `${nameOfNode.get(node)} ${field}`,
      );
      return `${from} > ${to}`;
    }),
    Array.from(
      ladder.connections(),
      ({ src, dst }) => `${name(src)} > ${name(dst)}`,
    ),
  );
  if (found.truncated || !found.complete) {
    throw new Error(`Our walk of ${ladder.rungs} rungs left something out`);
  }
}

/** Answers whether the peer came to an end; throws when it found something else. */
async function followAsPeer(
  peer: PathQuery,
  ladder: Ladder,
  giveUpMs: number,
): Promise<boolean> {
  const text = ({ src, dst }: { src: number; dst: number }) =>
    `${src} > ${dst}`;
  const found = await peer.findWithin(giveUpMs, {
    field: ladder.fieldId,
    depth: ladder.rungs,
  });
  if (!found) {
    return false;
  }
  requireSame(
    `the peer's way along ${ladder.rungs} rungs`,
    found.map(text),
    Array.from(ladder.connections(), text),
  );
  return true;
}

function requireSame(
  what: string,
  found: readonly string[],
  expected: readonly string[],
): void {
  const missing = new Set(expected);
  const strangers = found.filter(edge => !missing.delete(edge));
  if (missing.size > 0 || strangers.length > 0) {
    throw new Error(
      `${what} found ${found.length} of ${expected.length} connections, and ${strangers.length} that are not there`,
    );
  }
}
