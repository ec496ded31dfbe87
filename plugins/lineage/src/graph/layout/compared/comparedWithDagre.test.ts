import * as dagreModule from '@dagrejs/dagre';
import { LineageGraph } from '@understudy/plugin-lineage-common';
import * as fc from 'fast-check';
import { generateWorld } from '../../../__testUtils__/generateWorld';
import { SAMPLE, sampleWorld } from '../../../__testUtils__/sampleWorld';
import { World } from '../../../__testUtils__/World';
import { groupFanOut } from '../../model/groupFanOut';
import { toFlow } from '../../model/toFlow';
import { anyGraph, anyGraphWithoutCircles } from '../__testUtils__/graphs';
import { toLayoutGraph } from '../arrange';
import { LayoutGraph } from '../types';
import { arrangeInLayers } from '../layered/arrangeInLayers';
import { arrangeWithDagre } from './arrangeWithDagre';
import { drawingQuality } from './drawingQuality';

/** So much more of what makes a drawing hard to read than with dagre, at most. */
const MOST = 1.3;

function graphOfWorld(world: World & { root: string }): LayoutGraph {
  const graph: LineageGraph = {
    root: world.root,
    nodes: world.nodes.map(node => ({
      ...node,
      distance: {},
      hidden: { upstream: 0, downstream: 0 },
    })),
    edges: world.edges,
    environment: 'production',
    defaultEnvironment: 'production',
    environments: [],
    truncated: false,
    complete: true,
  };
  return toLayoutGraph(
    toFlow(groupFanOut(graph, { open: new Set(), folded: new Set() })),
  ).graph;
}

const both = (graph: LayoutGraph) => ({
  ours: drawingQuality(graph, arrangeInLayers(graph)),
  dagre: drawingQuality(graph, arrangeWithDagre(dagreModule, graph)),
});

describe('arrangeInLayers, compared with dagre,', () => {
  it.each([
    { name: 'the sample', ...sampleWorld(), root: SAMPLE.transactions },
    ...[30, 60, 120, 300].map(size => ({
      name: `${size} things`,
      ...generateWorld(size),
    })),
  ])('draws $name as well', world => {
    const graph = graphOfWorld(world);
    const { ours, dagre } = both(graph);
    expect(ours.crossings).toBeLessThanOrEqual(MOST * dagre.crossings);
    expect(ours.length).toBeLessThanOrEqual(MOST * dagre.length);
  });

  it.each([
    ['without circles', anyGraphWithoutCircles({ nodes: 30, edges: 45 })],
    ['with circles', anyGraph({ nodes: 30, edges: 45 })],
  ])('draws graphs %s as well', (_, graphs) => {
    const sums = { ours: 0, dagre: 0, ourLength: 0, dagreLength: 0 };
    for (const graph of fc.sample(graphs, { numRuns: 60, seed: 1 })) {
      const { ours, dagre } = both(graph);
      sums.ours += ours.crossings;
      sums.dagre += dagre.crossings;
      sums.ourLength += ours.length;
      sums.dagreLength += dagre.length;
    }
    expect(sums.dagre).toBeGreaterThan(0);
    expect(sums.ours).toBeLessThanOrEqual(MOST * sums.dagre);
    expect(sums.ourLength).toBeLessThanOrEqual(MOST * sums.dagreLength);
  });
});
