import { stringifyEntityRef } from '@backstage/catalog-model';
import { runCatalogProcess } from '../../catalog-processing/runCatalogProcess';
import { BenchmarkDatabase } from '../../databases/BenchmarkDatabase';
import { settle } from '../../databases/settle';
import { withKnex } from '../../databases/withKnex';
import { multiplyEntities } from '../../population/multiplyEntities';
import { PortalClient } from '../../portal/PortalClient';
import { RunningPortal } from '../../portal/startPortal';
import { CONDITIONAL_ROLE, UNCONDITIONAL_ROLE } from '../portal/roles';
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
  /** Reads whatever there is. */
  unconditional: PortalClient;
  /** Has each entity looked up. */
  conditional: PortalClient;
  /** The same graph as the peer has it. None on SQLite, on which it cannot be. */
  peer?: PeerGraph;
  stop(): Promise<void>;
}

/** Fills a database with a graph of so many jobs, and starts a portal on it. */
export async function startGraphPortal(options: {
  database: BenchmarkDatabase;
  jobs: number;
  logFile: string;
}): Promise<GraphPortal> {
  const { database, jobs } = options;
  const graph = makeJobGraph(jobs);
  const adjacency = new Adjacency(graph);
  const names = new NodeNames(graph, adjacency);
  await seedCatalog(options);
  await withKnex(database, 'lineage', knex => seedGraph(knex, graph, names));
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
    portal = await startLineagePortal(options);
    const seeded = { graph, adjacency, names };
    return {
      url: portal.url,
      token: portal.token,
      jobs,
      size: `${jobs} jobs, ${countEdges(graph)} edges`,
      seeded,
      neighbourhoods: makeNeighbourhoods(seeded),
      unconditional: await portal.signIn(UNCONDITIONAL_ROLE),
      conditional: await portal.signIn(CONDITIONAL_ROLE),
      peer,
      stop,
    };
  } catch (error) {
    await stop();
    throw error;
  }
}

/** The entities that some datasets of the graphs belong to. */
async function seedCatalog(options: {
  database: BenchmarkDatabase;
  logFile: string;
}): Promise<void> {
  await runCatalogProcess({
    ...options,
    task: { type: 'process', entities: [datasetTemplate] },
  });
  await withKnex(options.database, 'catalog', async knex => {
    await multiplyEntities(knex, {
      copies: new Map([
        [stringifyEntityRef(datasetTemplate), entityNames(ENTITIES)],
      ]),
    });
    await settle(knex);
  });
}
