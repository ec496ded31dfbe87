import { makeJobGraph } from '../reads/makeJobGraph';
import { countEdges } from '../reads/JobGraph';
import { DailyRuns } from './DailyRuns';

describe('DailyRuns', () => {
  const runs = new DailyRuns({ days: 31, last: '2026-11-01T06:00:00Z' });
  const graph = makeJobGraph(1_250);

  it('are a day apart, up to the last one', () => {
    expect(runs.timeOf(31)).toBe('2026-11-01T06:00:00.000000000Z');
    expect(runs.timeOf(1)).toBe('2026-10-02T06:00:00.000000000Z');
  });

  it('begin to read some inputs in the middle', () => {
    const before = runs.graphOn(runs.laterDay - 1, graph);
    const reads = (of: typeof graph) => of.reads.flat().length;
    const share = reads(before) / reads(graph);
    expect(share).toBeGreaterThan(0.88);
    expect(share).toBeLessThan(0.92);
    expect(before.writes).toBe(graph.writes);
    expect(countEdges(runs.graphOn(runs.laterDay, graph))).toBe(
      countEdges(graph),
    );
  });
});
