import { stringifyEntityRef } from '@backstage/catalog-model';
import { runCatalogProcess } from '../../catalog-processing/runCatalogProcess';
import { BenchmarkDatabase } from '../../databases/BenchmarkDatabase';
import { settle } from '../../databases/settle';
import { withKnex } from '../../databases/withKnex';
import { multiplyEntities } from '../../population/multiplyEntities';
import { PortalClient } from '../../portal/PortalClient';
import { RunningPortal } from '../../portal/startPortal';
import { DailyRuns } from '../history/DailyRuns';
import {
  readerNames,
  Reads,
  readerTemplate,
  signInConfig,
} from '../portal/readers';
import { startLineagePortal } from '../portal/startLineagePortal';
import { datasetTemplate, ENTITIES, entityNames } from './datasetEntities';
import { Adjacency, countEdges } from './JobGraph';
import { makeJobGraph } from './makeJobGraph';
import {
  makeNeighbourhoods,
  Neighbourhoods,
  SeededGraph,
} from './neighbourhoods';
import { NodeNames } from './NodeNames';
import { PeerGraph } from './peer';
import { seedGraph } from './seedGraph';

/** A portal with a graph in it. */
export interface GraphPortal {
  url: string;
  /** Of programs outside the portal. */
  token: string;
  jobs: number;
  /** How large it is, in words. */
  size: string;
  seeded: SeededGraph;
  neighbourhoods: Neighbourhoods;
  /** People who are to take turns, by what they may read. */
  readers: Record<Reads, PortalClient[]>;
  /** The same graph as the peer has it. None on SQLite, on which it cannot be. */
  peer?: PeerGraph;
  stop(): Promise<void>;
}

/**
 * Fills a database with a graph of so many jobs, and starts a portal on it.
 *
 * @param options.readers - how many people there are of each kind, 1 unless told otherwise
 */
export async function startGraphPortal(options: {
  database: BenchmarkDatabase;
  jobs: number;
  logFile: string;
  readers?: number;
  /** Which runs there were; the last of each job unless given. */
  runs?: DailyRuns;
}): Promise<GraphPortal> {
  const { database, jobs, logFile, readers = 1, runs } = options;
  const people = {
    all: readerNames('all', readers),
    some: readerNames('some', readers),
  };
  const everybody = [...people.all, ...people.some];
  const graph = makeJobGraph(jobs);
  const adjacency = new Adjacency(graph);
  const names = new NodeNames(graph, adjacency);
  await seedCatalog({ database, logFile, users: everybody });
  await withKnex(database, 'lineage', knex =>
    seedGraph(knex, graph, names, runs),
  );
  const peer =
    database.title === 'PostgreSQL'
      ? await PeerGraph.create(await database.open('lineage_peer'), graph)
      : undefined;
  let portal: RunningPortal | undefined;
  const stop = async () => {
    try {
      await portal?.stop();
    } finally {
      await peer?.close();
    }
  };
  try {
    portal = await startLineagePortal({
      database,
      logFile,
      config: {
        ...signInConfig(everybody),
        // Shorter than what is kept of runs, as it is where people run jobs for a year.
        ...(runs && { lineage: { edgeWindow: 'P7D' } }),
      },
    });
    const seeded = { graph, adjacency, names };
    return {
      url: portal.url,
      token: portal.token,
      jobs,
      size: `${jobs} jobs, ${countEdges(graph)} edges`,
      seeded,
      neighbourhoods: makeNeighbourhoods(seeded),
      readers: {
        all: await signInAll(portal, people.all),
        some: await signInAll(portal, people.some),
      },
      peer,
      stop,
    };
  } catch (error) {
    await stop();
    throw error;
  }
}

async function signInAll(
  portal: RunningPortal,
  names: readonly string[],
): Promise<PortalClient[]> {
  const clients: PortalClient[] = [];
  for (const name of names) {
    clients.push(await portal.signIn(name));
  }
  return clients;
}

/** The entities that some datasets of the graphs belong to, and who reads them. */
async function seedCatalog(options: {
  database: BenchmarkDatabase;
  logFile: string;
  users: string[];
}): Promise<void> {
  const { database, logFile, users } = options;
  await runCatalogProcess({
    database,
    logFile,
    task: { type: 'process', entities: [datasetTemplate, readerTemplate] },
  });
  await withKnex(database, 'catalog', async knex => {
    await multiplyEntities(knex, {
      copies: new Map([
        [stringifyEntityRef(datasetTemplate), entityNames(ENTITIES)],
        [stringifyEntityRef(readerTemplate), users],
      ]),
    });
    await settle(knex);
  });
}
