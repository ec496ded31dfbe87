import { median, quantile } from '../../measuring/quantile';
import { Report } from '../../results/Report';
import { ratio } from '../../results/reportSpeedups';

const FIRST_BYTE_PROMISE_MS = 100;
const GROWTH_PROMISE_MB = 50;

/** What it took to get an impact in some form. */
export interface FormCost {
  name: string;
  bytes: number;
  firstByteMs: readonly number[];
  totalMs: readonly number[];
  /** By how much the memory of the backend grew at most. Empty where that cannot be told. */
  growthBytes: readonly number[];
}

/** Compares the file with the list. */
export function reportCsv(
  title: string,
  file: FormCost,
  list: FormCost,
): Report {
  const megabytes = (bytes: number) => bytes / 2 ** 20;
  const growth = (share: number, { growthBytes }: FormCost) =>
    growthBytes.length > 0
      ? megabytes(quantile(growthBytes, share)).toFixed(1)
      : '-';
  const firstByte = quantile(file.firstByteMs, 0.95);
  const grown = megabytes(Math.max(0, ...file.growthBytes));
  return {
    title,
    columns: [
      '',
      'MB',
      'first byte: p50 ms',
      'p95 ms',
      'sooner than the peer',
      'last byte: p50 ms',
      'p95 ms',
      'memory: p50 MB',
      'most MB',
    ],
    rows: [file, list].map(cost => [
      cost.name,
      megabytes(cost.bytes).toFixed(1),
      median(cost.firstByteMs).toFixed(0),
      quantile(cost.firstByteMs, 0.95).toFixed(0),
      ratio(median(list.firstByteMs) / median(cost.firstByteMs)),
      median(cost.totalMs).toFixed(0),
      quantile(cost.totalMs, 0.95).toFixed(0),
      growth(0.5, cost),
      growth(1, cost),
    ]),
    missed: [
      ...(firstByte >= FIRST_BYTE_PROMISE_MS
        ? [
            `${title}: the first byte took ${firstByte.toFixed(0)} ms at the 95th percentile; promised are less than ${FIRST_BYTE_PROMISE_MS} ms`,
          ]
        : []),
      ...(grown >= GROWTH_PROMISE_MB
        ? [
            `${title}: the backend grew by ${grown.toFixed(0)} MB; promised are less than ${GROWTH_PROMISE_MB} MB`,
          ]
        : []),
    ],
  };
}
