import { LineageImpact } from '@understudy/plugin-lineage-common';
import { timeTogether } from '../../measuring/timeTogether';
import { PortalClient } from '../../portal/PortalClient';
import { Report } from '../../results/Report';
import { Compared, reportSpeedups } from '../../results/reportSpeedups';
import { SeededGraph } from './neighbourhoods';
import { PeerGraph } from './peer';

const PROMISE_MS = 1000;
/** The depth that the peer's own API asks for unless told otherwise. */
const PEER_STEPS = 20;

/**
 * Measures what everything that depends on one dataset costs, where that is
 * nearly the whole graph. The peer may not come to an end: it is given up.
 */
export async function measureWholeComponent(options: {
  client: PortalClient;
  /** None on a database that it does not run on. */
  peer: PeerGraph | undefined;
  seeded: SeededGraph;
  giveUpMs: number;
  rounds: number;
  warmUp: number;
  title: string;
}): Promise<Report> {
  const { client, peer, seeded, giveUpMs } = options;
  const { graph, adjacency, names } = seeded;
  const reached = adjacency.reach(graph.roots.hub, 'downstream').size - 1;
  const ours = `impact of the dataset that most jobs read: ${reached} things`;
  const times = await timeTogether(
    [
      {
        name: ours,
        run: async () => {
          const impact = await client.get<LineageImpact>(
            `/lineage/impact?${new URLSearchParams({ root: names.apiId(graph.roots.hub) })}`,
          );
          requireEverything(impact, reached);
        },
      },
    ],
    options,
  );
  const compared: Compared[] = [];
  if (peer) {
    const start = performance.now();
    const found = await peer.relatedJobsWithin(
      giveUpMs,
      graph.reads.findIndex(inputs => inputs.includes(graph.roots.hub)),
      PEER_STEPS,
    );
    compared.push({
      name: `peer: recursive SQL, depth ${PEER_STEPS}, ${found ? `${found.size} jobs` : `given up after ${giveUpMs / 1000} s`}`,
      times: [performance.now() - start],
    });
  }
  return reportSpeedups(options.title, [
    {
      name: ours,
      times: times.get(ours) ?? [],
      peer: compared[0]?.times,
      promise: { p95: PROMISE_MS },
    },
    ...compared,
  ]);
}

function requireEverything(
  { totals, truncated, complete }: LineageImpact,
  reached: number,
): void {
  if (totals.items !== reached || truncated || !complete) {
    throw new Error(
      `The impact is of ${totals.items} things, truncated: ${truncated}, complete: ${complete}; expected ${reached}`,
    );
  }
}
