import { LineageGraph } from '@understudy/plugin-lineage-common';
import { timeTogether } from '../../measuring/timeTogether';
import { PortalClient } from '../../portal/PortalClient';
import { Compared } from '../../results/reportSpeedups';
import { ONE_QUESTION_PATH } from '../portal/nothingPlugin';
import {
  makeNeighbourhoods,
  Neighbourhoods,
  SeededGraph,
} from './neighbourhoods';
import { PeerGraph } from './peer';

/** No answer can be there sooner. */
const BOUND = 'bound: who asks, and one question to the database';
/** A portal that was asked nothing while the peer took its second is slower at the first few answers. */
const REPEAT = 20;

/**
 * Compares reads of a neighbourhood, over HTTP, with the one statement that the
 * peer makes for it. Where it is compared, both find the same jobs; that is
 * looked at first.
 *
 * @param options.promise - how many times faster the deeper read must be
 */
export async function compareWithPeer(options: {
  client: PortalClient;
  peer: PeerGraph;
  seeded: SeededGraph;
  neighbourhoods: Neighbourhoods;
  rounds: number;
  warmUp: number;
  promise?: number;
}): Promise<Compared[]> {
  const { client, peer, seeded, promise } = options;
  const { graph } = seeded;
  const { pipeline, wholePipeline } = options.neighbourhoods;
  const pairs = [
    { ours: pipeline, steps: 1, promise: {} },
    { ours: wholePipeline, steps: 3, promise: { faster: promise } },
  ];
  // They begin with the first of their roots.
  const { pipeline: near, wholePipeline: far } = makeNeighbourhoods(seeded);
  for (const [theirs, { steps }] of [
    [near, pairs[0]],
    [far, pairs[1]],
  ] as const) {
    for (const job of graph.roots.pipelines) {
      requireSameJobs(
        await theirs.read(client),
        await peer.relatedJobs(job, steps),
        seeded,
      );
    }
  }
  let next = 0;
  const times = await timeTogether(
    [
      ...pairs.flatMap(({ ours, steps }) => [
        { name: ours.name, run: () => ours.read(client), repeat: REPEAT },
        {
          name: anew(ours.name),
          run: () => ours.readAnew(client),
          repeat: REPEAT,
        },
        {
          name: peerName(steps),
          run: async () => {
            const { pipelines } = graph.roots;
            await peer.relatedJobs(pipelines[next % pipelines.length], steps);
            next += 1;
          },
        },
      ]),
      { name: BOUND, run: () => client.get(ONE_QUESTION_PATH), repeat: REPEAT },
    ],
    options,
  );
  const what = `${graph.reads.length} jobs`;
  const compared = pairs.flatMap(pair => [
    {
      name: `${what}: ${pair.ours.name}`,
      times: times.get(pair.ours.name) ?? [],
      peer: times.get(peerName(pair.steps)),
      promise: pair.promise,
    },
    {
      name: `${what}: ${anew(pair.ours.name)}`,
      times: times.get(anew(pair.ours.name)) ?? [],
      peer: times.get(peerName(pair.steps)),
    },
    {
      name: `${what}: ${peerName(pair.steps)}`,
      times: times.get(peerName(pair.steps)) ?? [],
    },
  ]);
  return [
    ...compared,
    {
      name: `${what}: ${BOUND}`,
      times: times.get(BOUND) ?? [],
      peer: times.get(peerName(pairs[1].steps)),
    },
  ];
}

function anew(name: string): string {
  return `${name}, nobody asked before`;
}

function peerName(steps: number): string {
  return `peer: recursive SQL to the same jobs, depth ${steps}`;
}

function requireSameJobs(
  answer: LineageGraph,
  found: ReadonlySet<number>,
  { names, adjacency }: SeededGraph,
): void {
  const theirs = new Set(
    [...found].map(job => names.apiId(adjacency.nodeOfJob(job))),
  );
  const ours = answer.nodes.filter(({ kind }) => kind === 'job');
  if (ours.length !== theirs.size || ours.some(({ id }) => !theirs.has(id))) {
    throw new Error(
      `Around ${answer.root} there are ${ours.length} jobs, by the peer ${theirs.size}`,
    );
  }
}
