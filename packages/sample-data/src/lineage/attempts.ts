import { createRandom } from '../generate/createRandom';
import type { SampleJob } from './SampleJob';
import type { DueRun } from './schedule';

const MINUTE_MS = 60_000;
const RETRY_MINUTES = 15;
const FAILING_SHARE = 0.05;

/** A run as it went; several when the first one failed. */
export interface Attempt {
  start: Date;
  end?: Date;
  failed?: boolean;
  due: DueRun;
}

/** A run that fails is tried again after a while, and then works. */
export function attempts(job: SampleJob, due: DueRun): Attempt[] {
  if (due.until) {
    return [{ start: due.at, end: due.until, due }];
  }
  const random = createRandom(`${job.name}@${due.at.toISOString()}`);
  const fails = job.error !== undefined && random() < FAILING_SHARE;
  const length = (job.minutes ?? 1) * MINUTE_MS * (0.8 + random() * 0.5);
  // The version of a model is there when the run ends.
  const start = due.version
    ? new Date(due.at.getTime() - length)
    : new Date(due.at.getTime() + Math.round(random() * 40_000));
  const last = { start, end: after(start, length), due };
  if (!fails) {
    return [last];
  }
  const end = after(start, length / 3);
  const wait = RETRY_MINUTES * MINUTE_MS;
  return due.version
    ? [
        {
          start: after(start, -wait),
          end: after(start, -wait / 2),
          due,
          failed: true,
        },
        last,
      ]
    : [
        { start, end, due, failed: true },
        { start: after(end, wait), end: after(end, wait + length), due },
      ];
}

function after(time: Date, ms: number): Date {
  return new Date(time.getTime() + Math.round(ms));
}
