import { randomNumbers } from '../randomNumbers';
import { JobGraph, JobGraphRoots } from './JobGraph';

/** The share of jobs that are in pipelines of their own. */
const PIPELINE_SHARE = 0.2;
/** Around the middle of a pipeline; see `addPipeline`. */
const PIPELINE_JOBS = 54;
const MEASURED_PIPELINES = 10;

const LAYERS = 20;
const MEASURED_MARTS = 10;
/** One dataset from outside for so many jobs. */
const JOBS_PER_SOURCE = 10;
/** With itself and the hub it makes 300 nodes. */
const WIDE = 149;

class GrowingGraph {
  readonly random: () => number;
  readonly graph: Omit<JobGraph, 'roots'> = {
    datasets: 0,
    reads: [],
    writes: [],
  };

  constructor(seed: number) {
    this.random = randomNumbers(seed);
  }

  addDatasets(count: number): number[] {
    const first = this.graph.datasets;
    this.graph.datasets += count;
    return Array.from({ length: count }, (_, index) => first + index);
  }

  addJob(reads: Iterable<number>, writes: number[]): number {
    this.graph.reads.push([...new Set(reads)]);
    this.graph.writes.push(writes);
    return this.graph.reads.length - 1;
  }

  below(limit: number): number {
    return Math.floor(this.random() * limit);
  }
}

/**
 * Made-up jobs of a company, the same for the same number.
 *
 * A fifth of the jobs are in pipelines of 54 that come together in one job and
 * spread out from it. What such a job comes from and what comes from it is all
 * there is within three jobs of it, so a walk that minds directions and one that
 * does not find the same. The others are in layers and read from earlier layers
 * and from sources, of which few are read by very many (the n-th in proportion
 * to 1/n), and all of them read one hub: such as a calendar. Some of them read
 * what pipelines produce in the end, so that everything hangs together.
 */
export function makeJobGraph(jobs: number): JobGraph {
  const growing = new GrowingGraph(jobs);
  const pipelines: number[] = [];
  const products: number[] = [];
  const count = Math.floor((jobs * PIPELINE_SHARE) / PIPELINE_JOBS);
  for (let index = 0; index < count; index += 1) {
    const pipeline = addPipeline(growing);
    pipelines.push(pipeline.middle);
    products.push(...pipeline.products);
  }
  const layered = addLayers(growing, jobs - pipelines.length * PIPELINE_JOBS, {
    products,
  });
  return {
    ...growing.graph,
    roots: { pipelines: pipelines.slice(0, MEASURED_PIPELINES), ...layered },
  };
}

/**
 * One job in the middle. Upstream of it three steps of jobs with two inputs
 * each; downstream three steps in which three jobs read each dataset.
 */
function addPipeline(growing: GrowingGraph): {
  middle: number;
  products: number[];
} {
  const makeInputs = (steps: number): number[] => {
    const inputs = growing.addDatasets(2);
    if (steps > 0) {
      inputs.forEach(input => growing.addJob(makeInputs(steps - 1), [input]));
    }
    return inputs;
  };
  const outputs = growing.addDatasets(1);
  const middle = growing.addJob(makeInputs(3), outputs);
  let products = outputs;
  for (let step = 0; step < 3; step += 1) {
    products = products.flatMap(product =>
      Array.from({ length: 3 }, () => {
        const output = growing.addDatasets(1);
        growing.addJob([product], output);
        return output[0];
      }),
    );
  }
  return { middle, products };
}

function addLayers(
  growing: GrowingGraph,
  jobs: number,
  { products }: { products: number[] },
): Omit<JobGraphRoots, 'pipelines'> {
  const [hub] = growing.addDatasets(1);
  const sources = growing.addDatasets(Math.ceil(jobs / JOBS_PER_SOURCE));
  const marts: number[] = [];
  let before: number[] = [];
  for (let layer = 0; layer < LAYERS; layer += 1) {
    const made: number[] = [];
    const size =
      Math.floor(((layer + 1) * jobs) / LAYERS) -
      Math.floor((layer * jobs) / LAYERS);
    // The last place is kept for the wide job.
    const last = layer === LAYERS - 1 ? size - 1 : size;
    for (let index = 0; index < last; index += 1) {
      const reads = [hub];
      const inputs = 3 + growing.below(10);
      while (reads.length <= inputs) {
        reads.push(
          before.length === 0 || growing.random() < 0.5
            ? sources[Math.floor(sources.length ** growing.random()) - 1]
            : before[growing.below(before.length)],
        );
      }
      if (products.length > 0 && growing.random() < 0.05) {
        reads.push(products[growing.below(products.length)]);
      }
      const writes = growing.addDatasets(growing.random() < 0.3 ? 2 : 1);
      made.push(...writes);
      const job = growing.addJob(reads, writes);
      if (layer === LAYERS / 2 && marts.length < MEASURED_MARTS) {
        marts.push(job);
      }
    }
    before = made;
  }
  const wide = growing.addJob(
    [hub, ...growing.addDatasets(WIDE)],
    growing.addDatasets(WIDE),
  );
  return { marts, wide, hub };
}
