import { Adjacency, countEdges } from './JobGraph';
import { makeJobGraph } from './makeJobGraph';

describe('makeJobGraph', () => {
  const graph = makeJobGraph(1250);
  const adjacency = new Adjacency(graph);

  it('is the same every time', () => {
    expect(makeJobGraph(1250)).toEqual(graph);
  });

  it('has as many jobs as asked for and eight times as many connections', () => {
    expect(graph.reads).toHaveLength(1250);
    expect(graph.writes).toHaveLength(1250);
    expect(countEdges(graph) / 1250).toBeGreaterThan(7);
    expect(countEdges(graph) / 1250).toBeLessThan(9);
  });

  it('finds the same around a pipeline with and without directions', () => {
    for (const job of graph.roots.pipelines) {
      const root = adjacency.nodeOfJob(job);
      const directed = new Set(
        (['upstream', 'downstream'] as const).flatMap(side =>
          [...adjacency.reach(root, side, 7)].flatMap(
            node => adjacency.jobOf(node) ?? [],
          ),
        ),
      );
      expect(directed.size).toBe(54);
      expect(adjacency.relatedJobs(job, 3)).toEqual(directed);
    }
  });

  it('has a hub that four of five jobs read, and sources that few read', () => {
    const readers = (dataset: number) =>
      adjacency.neighbours(dataset, 'downstream').length;
    const counts = Array.from({ length: graph.datasets }, (_, dataset) =>
      readers(dataset),
    ).sort((a, b) => b - a);
    expect(counts[0]).toBe(readers(graph.roots.hub));
    expect(counts[0]).toBeGreaterThan(0.8 * 1250);
    expect(counts[1]).toBeGreaterThan(20 * counts[200]);
  });
});
