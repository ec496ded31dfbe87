import { LineageGraph } from '@understudy/plugin-lineage-common';
import { arrangeAnew } from '../../../../plugins/lineage/src/graph/layout/arrange';
import { LayoutApi } from '../../../../plugins/lineage/src/graph/layout/LayoutApi';
import { WorkerLayout } from '../../../../plugins/lineage/src/graph/layout/WorkerLayout';
import { FlowGraph } from '../../../../plugins/lineage/src/graph/model/toFlow';
import { longestTask } from '../../measuring/longestTask';
import { timeTogether } from '../../measuring/timeTogether';
import { Report } from '../../results/Report';
import { Compared, reportSpeedups } from '../../results/reportSpeedups';
import { createLayoutThread } from './createLayoutThread';
import { measureQuality } from './measureQuality';
import { toDrawing } from './ourDrawing';
import {
  platformCatalogGraph,
  platformDagre,
  TransformedGraph,
} from './platform';
import { arrangeAsPlatform } from './platformLayout';
import { toRelatedEntities, transformAsPlatform } from './platformTransforms';
import { DrawingSize, nameOf, randomDrawing } from './randomDrawing';

/** What is arranged, and whether it has to be as much faster as we promise. */
export interface ArrangedSize extends DrawingSize {
  isPromised: boolean;
}

/** What is arranged, and how often. */
export interface LayoutSize {
  arranged: ArrangedSize[];
  transformed: DrawingSize;
  rounds: number;
  warmUp: number;
}

const FASTER_PROMISE = 20;
const LONGEST_TASK_PROMISE_MS = 50;

/** Measures what happens in the browser between the answer and the picture. */
export async function measureLayout(size: LayoutSize): Promise<Report[]> {
  const layoutApi = new WorkerLayout({ createWorker: createLayoutThread });
  const compared: Compared[] = [];
  for (const arranged of size.arranged) {
    compared.push(...(await compareLayouts(layoutApi, arranged, size)));
  }
  return [
    reportSpeedups('Arranging a graph to be drawn', compared),
    await measureQuality(layoutApi, size.arranged),
    reportSpeedups(
      'What is done to a graph before it is arranged',
      await compareTransforms(size),
    ),
  ];
}

async function compareLayouts(
  layoutApi: LayoutApi,
  size: ArrangedSize,
  options: { rounds: number; warmUp: number },
): Promise<Compared[]> {
  const { dagre, version } = platformDagre();
  const graph = randomDrawing(size);
  const what = nameOf(size);
  const ours = `${what}, as the page does it, in a thread`;
  const peer = `peer: ${what}, as the platform calls dagre ${version}`;
  const qualities = new Set<string>();
  const times = await timeTogether(
    [
      {
        name: ours,
        run: async () => {
          qualities.add(await arrange(layoutApi, graph));
        },
      },
      {
        name: peer,
        run: async () =>
          requirePlaces(arrangeAsPlatform(dagre, toDrawing(graph)), graph),
      },
    ],
    options,
  );
  const tasks: number[] = [];
  while (tasks.length < options.rounds) {
    tasks.push(await longestTask(() => arrange(layoutApi, graph)));
  }
  return [
    {
      name: `${ours} (${[...qualities].join(', ')})`,
      times: times.get(ours) ?? [],
      peer: times.get(peer),
      promise: size.isPromised ? { faster: FASTER_PROMISE } : undefined,
    },
    {
      name: `${what}, longest task of the main thread meanwhile`,
      times: tasks,
      peer: times.get(peer),
      promise: { p95: LONGEST_TASK_PROMISE_MS },
    },
    { name: peer, times: times.get(peer) ?? [] },
  ];
}

/** From the answer of the backend to places. Answers how well it went. */
async function arrange(layoutApi: LayoutApi, graph: LineageGraph) {
  const { places, quality } = await arrangeAnew(toDrawing(graph), {
    layoutApi,
    signal: new AbortController().signal,
  });
  requireNodes(places.size, graph.nodes.length);
  return quality;
}

function requirePlaces(
  arranged: { node(id: string): { x: number; y: number } },
  { nodes }: LineageGraph,
): void {
  const lost = nodes.filter(({ id }) => !Number.isFinite(arranged.node(id).x));
  if (lost.length > 0) {
    throw new Error(`The platform found no place for ${lost[0].id}`);
  }
}

async function compareTransforms(size: LayoutSize): Promise<Compared[]> {
  const { nodes } = size.transformed;
  const steps = platformCatalogGraph();
  const graph = randomDrawing(size.transformed);
  const entities = toRelatedEntities(graph);
  const ours = `${nameOf(size.transformed)}, as the page does it`;
  const peer = `peer: the same by plugin-catalog-graph ${steps.version}`;
  requireSame(
    toDrawing(graph),
    transformAsPlatform(steps, graph.root, entities),
  );
  const times = await timeTogether(
    [
      {
        name: ours,
        run: async () => requireNodes(toDrawing(graph).nodes.length, nodes),
      },
      {
        name: peer,
        run: async () =>
          requireNodes(
            transformAsPlatform(steps, graph.root, entities).nodeDistances.size,
            nodes,
          ),
      },
    ],
    size,
  );
  return [
    { name: ours, times: times.get(ours) ?? [], peer: times.get(peer) },
    { name: peer, times: times.get(peer) ?? [] },
  ];
}

/**
 * Both are to draw the same things, and no connection that the other does not have.
 * The platform means to leave out some of those that are far from the root.
 */
function requireSame(ours: FlowGraph, peer: TransformedGraph): void {
  requireAmong(
    [...peer.nodeDistances.keys()],
    ours.nodes.map(({ id }) => id),
  );
  requireNodes(peer.nodeDistances.size, ours.nodes.length);
  if (peer.edges.length < ours.edges.length / 2) {
    throw new Error(
      `The platform has ${peer.edges.length} of ${ours.edges.length} connections`,
    );
  }
  // In whatever direction.
  const pair = (...ends: [string, string]) => ends.sort().join(' ');
  requireAmong(
    peer.edges.map(({ from, to }) => pair(from, to)),
    ours.edges.map(({ source, target }) => pair(source, target)),
  );
}

function requireAmong(peer: readonly string[], ours: readonly string[]): void {
  const known = new Set(ours);
  const odd = peer.find(name => !known.has(name));
  if (odd !== undefined) {
    throw new Error(`Only the platform has ${odd}`);
  }
}

function requireNodes(found: number, wanted: number): void {
  if (found !== wanted) {
    throw new Error(`${found} of ${wanted} nodes were found`);
  }
}
