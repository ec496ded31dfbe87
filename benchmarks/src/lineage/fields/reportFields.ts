import { median, quantile } from '../../measuring/quantile';
import { Report } from '../../results/Report';
import { ratio } from '../../results/reportSpeedups';

/** A rung of the longest ladder may take so many times as long as one of the shortest. */
const GROWTH_PROMISE = 1.5;

/** How long a ladder takes. */
export interface LadderTimes {
  rungs: number;
  times: readonly number[];
  /** Done once. */
  peer: { ms: number; finished: boolean };
}

/** Says whether the time grows with the rungs, and compares it with the peer. */
export function reportFields(
  title: string,
  ladders: readonly LadderTimes[],
): Report {
  const perRung = ({ rungs, times }: LadderTimes) => median(times) / rungs;
  const growthOf = (ladder: LadderTimes) =>
    perRung(ladder) / perRung(ladders[0]);
  return {
    title,
    columns: [
      '',
      'p50 ms',
      'p95 ms',
      'ms per rung',
      'growth per rung',
      'times faster than the peer',
    ],
    rows: ladders.flatMap(ladder => {
      const { rungs, times, peer } = ladder;
      const faster = ratio(peer.ms / median(times));
      return [
        [
          `${rungs} rungs, 2^${rungs} ways`,
          median(times).toFixed(1),
          quantile(times, 0.95).toFixed(1),
          perRung(ladder).toFixed(2),
          growthOf(ladder).toFixed(2),
          peer.finished ? faster : `> ${faster}`,
        ],
        [
          `peer: ${rungs} rungs, recursive SQL with paths${peer.finished ? '' : ', given up'}`,
          peer.ms.toFixed(1),
          '-',
          (peer.ms / rungs).toFixed(2),
          '-',
          '-',
        ],
      ];
    }),
    missed: ladders
      .filter(ladder => growthOf(ladder) > GROWTH_PROMISE)
      .map(
        ladder =>
          `${title}: a rung takes ${growthOf(ladder).toFixed(1)} times as long with ${ladder.rungs} rungs as with ${ladders[0].rungs}; promised is at most ${GROWTH_PROMISE}`,
      ),
  };
}
