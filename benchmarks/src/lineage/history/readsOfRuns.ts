import { SeededGraph } from '../reads/neighbourhoods';
import { DailyRuns } from './DailyRuns';

const PAGE = 50;

/** A list of runs to ask for. */
export interface RunsRead {
  name: string;
  query: Record<string, string>;
  /** How many runs the first page has. */
  expected: number;
}

/** Lists of runs as people ask for them after something went wrong. */
export function readsOfRuns(
  { graph, adjacency, names }: SeededGraph,
  runs: DailyRuns,
): RunsRead[] {
  const day = runs.days - 1;
  const [mart] = graph.roots.marts;
  const page = (found: number) => Math.min(PAGE, found);
  const readersOf = (dataset: number) =>
    adjacency.neighbours(dataset, 'downstream').length;
  const used = (dataset: number) => ({
    used: `${names.apiId(dataset)}@${runs.versionOf(day)}`,
    limit: `${PAGE}`,
  });
  // Whatever the first of its inputs beside the hub is, it was read that day.
  const source = graph.reads[mart][1];
  return [
    {
      name: 'runs of a job',
      query: {
        node: names.apiId(adjacency.nodeOfJob(mart)),
        limit: `${PAGE}`,
      },
      expected: page(runs.days),
    },
    {
      name: `runs that used a version which ${readersOf(source)} jobs read`,
      query: used(source),
      expected: page(readersOf(source)),
    },
    {
      name: `runs that used a version which ${readersOf(graph.roots.hub)} jobs read`,
      query: used(graph.roots.hub),
      expected: page(readersOf(graph.roots.hub)),
    },
    {
      name: 'the same, of one day',
      query: {
        ...used(graph.roots.hub),
        from: runs.timeOf(day),
        to: runs.timeOf(runs.days),
      },
      expected: page(readersOf(graph.roots.hub)),
    },
  ];
}
