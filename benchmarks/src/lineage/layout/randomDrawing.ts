import { LineageGraph, LineageNode } from '@understudy/plugin-lineage-common';
import { randomNumbers } from '../randomNumbers';

/** How large a drawn graph is, and how far its connections reach. */
export interface DrawingSize {
  nodes: number;
  edges: number;
  /** Connections skip at most so many nodes, in the order of the data. */
  reach: number;
}

/** A drawing in words. */
export function nameOf({ nodes, edges }: DrawingSize): string {
  return `${nodes} nodes, ${edges} edges`;
}

/**
 * A connected graph without cycles, whose datasets and jobs take turns, as the
 * backend answers it.
 */
export function randomDrawing(size: DrawingSize): LineageGraph {
  const random = randomNumbers(size.nodes + size.edges);
  const ids = Array.from({ length: size.nodes }, (_, index) =>
    index % 2 === 0
      ? `dataset:default/dataset-${index}`
      : `ol:job:benchmark/job-${index}`,
  );
  const ends = new Map<string, [source: number, target: number]>();
  const connect = (target: number) => {
    const source = Math.max(
      0,
      target - 1 - Math.floor(random() * Math.min(size.reach, target)),
    );
    ends.set(`${source} ${target}`, [source, target]);
  };
  for (let target = 1; target < size.nodes; target += 1) {
    connect(target);
  }
  while (ends.size < size.edges) {
    connect(1 + Math.floor(random() * (size.nodes - 1)));
  }
  return {
    root: ids[0],
    nodes: ids.map(drawnNode),
    edges: [...ends.values()].map(([source, target]) => ({
      source: ids[source],
      target: ids[target],
      origin: 'observed',
    })),
    environment: 'production',
    defaultEnvironment: 'production',
    environments: [{ name: 'production', edges: ends.size }],
    truncated: false,
    complete: true,
  };
}

function drawnNode(id: string, index: number): LineageNode {
  const common = { id, distance: {}, hidden: { upstream: 0, downstream: 0 } };
  return index % 2 === 0
    ? { ...common, kind: 'entity', entityRef: id }
    : { ...common, kind: 'job', namespace: 'benchmark', name: `job-${index}` };
}
