/** The two sides of a node. */
export type Side = 'upstream' | 'downstream';

/**
 * Jobs and the datasets they read and write. Datasets and jobs are numbers, each
 * from 0, in the order in which they came to be.
 */
export interface JobGraph {
  datasets: number;
  /** What each job reads. */
  reads: number[][];
  /** What each job writes. */
  writes: number[][];
  roots: JobGraphRoots;
}

/** Where reads of the graph begin. */
export interface JobGraphRoots {
  /** Jobs in the middle of pipelines that have nothing else around them. */
  pipelines: number[];
  /** Jobs that read several datasets in the thick of it. */
  marts: number[];
  /** A job that reads and writes very many datasets. */
  wide: number;
  /** The dataset that most jobs read. */
  hub: number;
}

/** How many connections there are. */
export function countEdges({ reads, writes }: JobGraph): number {
  const count = (lists: number[][]) =>
    lists.reduce((sum, list) => sum + list.length, 0);
  return count(reads) + count(writes);
}

/**
 * The graph as one list of neighbours: datasets come first, then jobs, so that
 * job 0 is node number `datasets`.
 */
export class Adjacency {
  readonly #datasets: number;
  readonly #lists: Record<Side, number[][]>;

  constructor({ datasets, reads, writes }: JobGraph) {
    const empty = () =>
      Array.from({ length: datasets + reads.length }, (): number[] => []);
    this.#datasets = datasets;
    this.#lists = { upstream: empty(), downstream: empty() };
    const connect = (source: number, target: number) => {
      this.#lists.downstream[source].push(target);
      this.#lists.upstream[target].push(source);
    };
    reads.forEach((inputs, job) =>
      inputs.forEach(dataset => connect(dataset, datasets + job)),
    );
    writes.forEach((outputs, job) =>
      outputs.forEach(dataset => connect(datasets + job, dataset)),
    );
  }

  neighbours(node: number, side: Side): readonly number[] {
    return this.#lists[side][node];
  }

  nodeOfJob(job: number): number {
    return this.#datasets + job;
  }

  /** The job that a node is; undefined for a dataset. */
  jobOf(node: number): number | undefined {
    return node < this.#datasets ? undefined : node - this.#datasets;
  }

  /** All that is reached in so many hops on one side, the root included. */
  reach(root: number, side: Side, depth = Number.POSITIVE_INFINITY) {
    return this.#walk(root, [side], depth);
  }

  /** Jobs that share a dataset with a job, with those jobs and so on. */
  relatedJobs(job: number, steps: number): Set<number> {
    const reached = this.#walk(
      this.nodeOfJob(job),
      ['upstream', 'downstream'],
      2 * steps,
    );
    return new Set([...reached].flatMap(node => this.jobOf(node) ?? []));
  }

  #walk(root: number, sides: readonly Side[], depth: number): Set<number> {
    const reached = new Set([root]);
    let rim = [root];
    for (let hop = 0; hop < depth && rim.length > 0; hop += 1) {
      const next: number[] = [];
      for (const node of rim) {
        for (const side of sides) {
          for (const other of this.#lists[side][node]) {
            if (!reached.has(other)) {
              reached.add(other);
              next.push(other);
            }
          }
        }
      }
      rim = next;
    }
    return reached;
  }
}
