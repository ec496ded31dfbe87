import { LineageGraph } from '@understudy/plugin-lineage-common';
import { writtenByOneJob } from './writtenByOneJob';

function graphOf(
  edges: string[],
  options: { hidden?: number; declared?: string[] } = {},
): LineageGraph {
  const { hidden = 0, declared = [] } = options;
  const edgeOf = (text: string, origin: 'observed' | 'declared') => {
    const [source, target] = text.split(' > ');
    return { source, target, origin };
  };
  return {
    root: 'a',
    nodes: [
      {
        id: 'a',
        kind: 'entity',
        distance: {},
        hidden: { upstream: 0, downstream: hidden },
      },
    ],
    edges: [
      ...edges.map(text => edgeOf(text, 'observed')),
      ...declared.map(text => edgeOf(text, 'declared')),
    ],
    truncated: false,
    complete: true,
    environment: 'production',
    defaultEnvironment: 'production',
    environments: [],
  };
}

describe('writtenByOneJob', () => {
  const one = ['a > job', 'job > b'];

  it('names what comes of one job', () => {
    expect([...writtenByOneJob(graphOf(one))]).toEqual(['b']);
    expect([...writtenByOneJob(graphOf(one, { declared: ['a > b'] }))]).toEqual(
      ['b'],
    );
  });

  it('leaves out what several jobs write', () => {
    const graph = graphOf([...one, 'a > other', 'other > b', 'other > c']);
    expect([...writtenByOneJob(graph)]).toEqual(['c']);
  });

  it('names nothing where there may be more jobs', () => {
    expect([...writtenByOneJob(graphOf(one, { hidden: 1 }))]).toEqual([]);
  });
});
