import { LineageGraph } from '@understudy/plugin-lineage-common';
import { PortalClient } from '../../portal/PortalClient';
import { Adjacency, JobGraph, Side } from './JobGraph';
import { NodeNames } from './NodeNames';

const LIMIT = 300;
/** How many others there are, half of them larger. */
const OTHER_LIMITS = 200;

/** One way in which people look at the graph. */
export interface Neighbourhood {
  name: string;
  /** Reads it, from the next of its roots, which somebody may have done before. */
  read(client: PortalClient): Promise<LineageGraph>;
  /** Reads it as nobody did before: nothing can be known of the answer. */
  readAnew(client: PortalClient): Promise<LineageGraph>;
  /** Throws when an answer is not what the graph holds. */
  check(client: PortalClient): Promise<void>;
}

/** A graph in a portal. */
export interface SeededGraph {
  graph: JobGraph;
  adjacency: Adjacency;
  names: NodeNames;
}

/** The ways in which people look at a graph: everywhere, and where there is much. */
export type Neighbourhoods = Record<
  'first' | 'pipeline' | 'wholePipeline' | 'mart' | 'wide' | 'hub',
  Neighbourhood
>;

/**
 * Of one graph they are made once, so that they know what was asked before.
 *
 * @param options.asOf - the time that the graph was at; it is that of now unless given
 */
export function makeNeighbourhoods(
  seeded: SeededGraph,
  options: { asOf?: string } = {},
): Neighbourhoods {
  const { graph, adjacency } = seeded;
  const { roots } = graph;
  const jobs = (numbers: number[]) =>
    numbers.map(job => adjacency.nodeOfJob(job));
  const around = (name: string, nodes: number[], depth: number) =>
    makeNeighbourhood(seeded, { name, roots: nodes, depth, ...options });
  return {
    first: around(
      'a job and what is next to it, first of a visit',
      jobs(roots.pipelines),
      1,
    ),
    pipeline: around('a job of a pipeline', jobs(roots.pipelines), 3),
    wholePipeline: around(
      'a job of a pipeline, depth 7',
      jobs(roots.pipelines),
      7,
    ),
    mart: around('a job with many sources', jobs(roots.marts), 3),
    wide: around('a job with 299 datasets', jobs([roots.wide]), 3),
    hub: around('the dataset that most jobs read', [roots.hub], 3),
  };
}

function makeNeighbourhood(
  { adjacency, names }: SeededGraph,
  options: { name: string; roots: number[]; depth: number; asOf?: string },
): Neighbourhood {
  const { name, roots, depth, asOf } = options;
  const ask = (root: number, client: PortalClient, limit = LIMIT) =>
    client.get<LineageGraph>(
      `/lineage/graph?${new URLSearchParams({
        root: names.apiId(root),
        depth: `${depth}`,
        limit: `${limit}`,
        ...(asOf && { asOf }),
      })}`,
    );
  let asked = 0;
  let anew = 0;
  return {
    name,
    read: client => ask(roots[asked++ % roots.length], client),
    readAnew: client => {
      // Another limit is another question: one more, one less, two more and so on, each of
      // every root. Until one comes again, so much was asked that its answer is not kept any more.
      const root = roots[anew % roots.length];
      const round = Math.floor(anew / roots.length) % OTHER_LIMITS;
      const step = Math.floor(round / 2) + 1;
      anew += 1;
      return ask(root, client, LIMIT + (round % 2 === 0 ? step : -step));
    },
    check: async client => {
      for (const root of roots) {
        const reached = new Set(
          (['upstream', 'downstream'] satisfies Side[]).flatMap(side => [
            ...adjacency.reach(root, side, depth),
          ]),
        );
        requireAnswer(await ask(root, client), {
          reached: new Set([...reached].map(node => names.apiId(node))),
          name,
        });
      }
    },
  };
}

/** All that is reached, or as much of it as fits. */
function requireAnswer(
  { nodes, truncated, complete }: LineageGraph,
  expected: { reached: ReadonlySet<string>; name: string },
): void {
  const { reached, name } = expected;
  const strangers = nodes.filter(({ id }) => !reached.has(id));
  const isRight =
    strangers.length === 0 &&
    complete &&
    truncated === reached.size > LIMIT &&
    nodes.length === Math.min(reached.size, LIMIT);
  if (!isRight) {
    throw new Error(
      `The neighbourhood of ${name} has ${nodes.length} nodes, truncated: ${truncated}, complete: ${complete}, ` +
        `not ${reached.size}; ${strangers.length} do not belong there: ${strangers[0]?.id}`,
    );
  }
}
