import { stringifyEntityRef } from '@backstage/catalog-model';
import { runCatalogProcess } from '../../catalog-processing/runCatalogProcess';
import { BenchmarkDatabase } from '../../databases/BenchmarkDatabase';
import { settle } from '../../databases/settle';
import { withKnex } from '../../databases/withKnex';
import { timeTogether } from '../../measuring/timeTogether';
import { waitUntil } from '../../measuring/waitFor';
import { PortalClient } from '../../portal/PortalClient';
import { RunningPortal } from '../../portal/startPortal';
import { Report } from '../../results/Report';
import { UNCONDITIONAL_ROLE } from '../portal/roles';
import { startLineagePortal } from '../portal/startLineagePortal';
import { DerivedDatasets, derivedDatasets } from './derivedDatasets';
import {
  connectionOf,
  Neighbourhood,
  readEntities,
  readLineage,
  ReadNeighbourhood,
} from './neighbourhood';
import { reportTransfer, Transfer } from './reportTransfer';
import { SlowLine } from './SlowLine';

/** What is read, how far away, and how often. */
export interface TransferSize {
  /** Entities in each number of steps from the root. */
  levels: number[];
  /** Added to each round trip. */
  latencyMs: number;
  rounds: number;
  warmUp: number;
}

const POLL_MS = 500;

/** Measures what it takes to get a neighbourhood of the catalog to a browser far away. */
export async function measureTransfer(options: {
  newDatabase: () => BenchmarkDatabase;
  size: TransferSize;
  logFile: string;
}): Promise<Report[]> {
  const { newDatabase, size, logFile } = options;
  const database = newDatabase();
  const datasets = derivedDatasets(size.levels);
  await runCatalogProcess({
    database,
    logFile,
    task: { type: 'process', entities: datasets.entities },
  });
  await withKnex(database, 'catalog', settle);
  const portal = await startLineagePortal({ database, logFile });
  try {
    await waitUntilKnown(database, datasets);
    await withKnex(database, 'lineage', settle);
    return [await compare(portal, { datasets, size, title: database.title })];
  } finally {
    await portal.stop();
  }
}

/** The backend reads what the catalog declares some time after it was started. */
async function waitUntilKnown(
  database: BenchmarkDatabase,
  { entities, connections }: DerivedDatasets,
): Promise<void> {
  const refs = new Set(entities.map(entity => stringifyEntityRef(entity)));
  await withKnex(database, 'lineage', knex =>
    waitUntil(
      'what the catalog declares is in the graph',
      async () => {
        const targets: string[] = await knex('edge')
          .join('node', 'node.id', 'edge.dst')
          .pluck('node.name');
        return (
          targets.filter(ref => refs.has(ref)).length === connections.length
        );
      },
      POLL_MS,
    ),
  );
}

async function compare(
  portal: RunningPortal,
  options: { datasets: DerivedDatasets; size: TransferSize; title: string },
): Promise<Report> {
  const { datasets, size, title } = options;
  const line = await SlowLine.open({
    portalUrl: portal.url,
    roundTripMs: size.latencyMs,
  });
  try {
    const client = await PortalClient.signIn(line.url, UNCONDITIONAL_ROLE);
    const look = (name: string, read: ReadNeighbourhood) =>
      measureOnce({ name, read, client, datasets, line });
    const ours = await look('lineage', readLineage);
    const peer = await look(
      'peer: entities level by level, as the graph of the platform',
      readEntities,
    );
    const times = await timeTogether(
      [
        { name: ours.name, run: () => readLineage(client, datasets) },
        { name: peer.name, run: () => readEntities(client, datasets) },
      ],
      size,
    );
    const timed = (transfer: Omit<Transfer, 'times'>): Transfer => ({
      ...transfer,
      times: times.get(transfer.name) ?? [],
    });
    return reportTransfer(
      `${datasets.entities.length} entities, depth ${datasets.depth}, ${size.latencyMs} ms away, on ${title}`,
      timed(ours),
      timed(peer),
    );
  } finally {
    await line.close();
  }
}

/** Looks whether an answer is right, and how large it is. */
async function measureOnce(options: {
  name: string;
  read: ReadNeighbourhood;
  client: PortalClient;
  datasets: DerivedDatasets;
  line: SlowLine;
}): Promise<Omit<Transfer, 'times'>> {
  const { name, read, client, datasets, line } = options;
  line.takeTraffic();
  const found = await read(client, datasets);
  const { sent, received } = line.takeTraffic();
  requireAll(name, found, datasets);
  return {
    name,
    requests: found.answers.length,
    lineBytes: sent + received,
    jsonBytes: found.answers.reduce<number>(
      (sum, answer) => sum + Buffer.byteLength(JSON.stringify(answer)),
      0,
    ),
  };
}

/** Both answers have all there is, so they are the same. */
function requireAll(
  name: string,
  found: Neighbourhood,
  datasets: DerivedDatasets,
): void {
  const { entities, connections } = datasets;
  const missing = connections.filter(
    connection => !found.connections.has(connectionOf(connection)),
  );
  if (
    missing.length > 0 ||
    found.connections.size !== connections.length ||
    found.nodes.size !== entities.length
  ) {
    throw new Error(
      `'${name}' found ${found.nodes.size} of ${entities.length} entities and ${found.connections.size} of ${connections.length} connections`,
    );
  }
}
