import {
  formatLineageNodeId,
  LineageNodeName,
} from '@understudy/plugin-lineage-common';
import { ENTITIES, entityDataset, WAREHOUSE } from './datasetEntities';
import { Adjacency, JobGraph, Side } from './JobGraph';

const JOBS = 'benchmark';
/** So many neighbours of a node are looked at by a walk. */
const FAN = 1000;
/** So many nodes are in an answer. */
const LIMIT = 300;
const sides: Side[] = ['upstream', 'downstream'];

/**
 * What the nodes of a graph are called, in events, in the API and in the tables.
 *
 * The datasets around the roots that are measured belong to entities of the
 * catalog, the others to none: as many as there are in the catalog of a company,
 * whatever the size of the graph.
 */
export class NodeNames {
  readonly #graph: JobGraph;
  readonly #entityOf: ReadonlyMap<number, number>;

  constructor(graph: JobGraph, adjacency: Adjacency) {
    this.#graph = graph;
    this.#entityOf = new Map(
      [...datasetsAround(graph, adjacency)].map((dataset, index) => [
        dataset,
        index,
      ]),
    );
    if (this.entities > ENTITIES) {
      throw new Error(
        `${this.entities} datasets are around the roots, and there are ${ENTITIES} entities`,
      );
    }
  }

  /** How many datasets belong to an entity. */
  get entities(): number {
    return this.#entityOf.size;
  }

  idOfEntity(entity: number): number {
    return 1 + entity;
  }

  idOfDataset(dataset: number): number {
    return 1 + this.entities + dataset;
  }

  idOfJob(job: number): number {
    return 1 + this.entities + this.#graph.datasets + job;
  }

  /** The id of the node that a dataset is shown as. */
  shownDataset(dataset: number): number {
    const entity = this.#entityOf.get(dataset);
    return entity === undefined
      ? this.idOfDataset(dataset)
      : this.idOfEntity(entity);
  }

  dataset(dataset: number): { namespace: string; name: string } {
    const entity = this.#entityOf.get(dataset);
    if (entity !== undefined) {
      const { namespace, name } = entityDataset(entity);
      return { namespace, name };
    }
    return {
      namespace: WAREHOUSE,
      name: `lake.public.table_${String(dataset).padStart(7, '0')}`,
    };
  }

  job(job: number): { namespace: string; name: string } {
    return { namespace: JOBS, name: `etl.job_${String(job).padStart(7, '0')}` };
  }

  /** The id in the API of a node of {@link Adjacency}. */
  apiId(node: number): string {
    return formatLineageNodeId(this.#nameOf(node));
  }

  #nameOf(node: number): LineageNodeName {
    const { datasets } = this.#graph;
    if (node >= datasets) {
      return { kind: 'job', ...this.job(node - datasets) };
    }
    const entity = this.#entityOf.get(node);
    return entity === undefined
      ? { kind: 'dataset', ...this.dataset(node) }
      : { kind: 'entity', entityRef: entityDataset(entity).ref };
  }
}

/** The datasets that answers about the measured roots can hold. */
function datasetsAround(
  { datasets, roots }: JobGraph,
  adjacency: Adjacency,
): Set<number> {
  const found = new Set<number>();
  const look = (root: number, depth: number) => {
    for (const side of sides) {
      const reached = new Set([root]);
      let rim = [root];
      for (let hop = 0; hop < depth && reached.size < LIMIT; hop += 1) {
        rim = rim
          .flatMap(node => adjacency.neighbours(node, side).slice(0, FAN))
          .filter(node => !reached.has(node));
        rim.forEach(node => reached.add(node));
      }
      [...reached]
        .filter(node => node < datasets)
        .forEach(dataset => found.add(dataset));
    }
  };
  roots.pipelines.forEach(job => look(adjacency.nodeOfJob(job), 7));
  roots.marts.forEach(job => look(adjacency.nodeOfJob(job), 3));
  look(adjacency.nodeOfJob(roots.wide), 3);
  look(roots.hub, 3);
  return found;
}
