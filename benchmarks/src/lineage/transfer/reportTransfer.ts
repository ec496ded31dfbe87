import { median, quantile } from '../../measuring/quantile';
import { Report } from '../../results/Report';
import { ratio } from '../../results/reportSpeedups';

const FASTER_PROMISE = 5;
const SMALLER_PROMISE = 5;

/** What it took to get a neighbourhood. */
export interface Transfer {
  name: string;
  requests: number;
  times: readonly number[];
  /** Over the line in both directions, compressed as it is there, with all headers. */
  lineBytes: number;
  /** Of the answers, unpacked: what the browser has to read. */
  jsonBytes: number;
}

/** Compares a transfer with that of the peer. */
export function reportTransfer(
  title: string,
  ours: Transfer,
  peer: Transfer,
): Report {
  const ratios = (one: Transfer) => ({
    faster: median(peer.times) / median(one.times),
    smaller: peer.lineBytes / one.lineBytes,
    lessJson: peer.jsonBytes / one.jsonBytes,
  });
  const row = (one: Transfer) => {
    const { faster, smaller, lessJson } = ratios(one);
    return [
      one.name,
      `${one.requests}`,
      median(one.times).toFixed(1),
      quantile(one.times, 0.95).toFixed(1),
      ratio(faster),
      (one.lineBytes / 1024).toFixed(1),
      ratio(smaller),
      (one.jsonBytes / 1024).toFixed(1),
      ratio(lessJson),
    ];
  };
  const { faster, smaller } = ratios(ours);
  return {
    title,
    columns: [
      '',
      'requests',
      'p50 ms',
      'p95 ms',
      'times faster',
      'kB over the line',
      'times smaller',
      'kB of JSON',
      'times smaller',
    ],
    rows: [row(ours), row(peer)],
    missed: [
      ...(faster < FASTER_PROMISE
        ? [
            `${title}: '${ours.name}' is ${ratio(faster)} times faster than the peer; promised is at least ${FASTER_PROMISE}`,
          ]
        : []),
      ...(smaller < SMALLER_PROMISE
        ? [
            `${title}: '${ours.name}' is ${ratio(smaller)} times smaller than the peer; promised is at least ${SMALLER_PROMISE}`,
          ]
        : []),
    ],
  };
}
