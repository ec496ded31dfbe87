import { nameKey, NameKey } from '@understudy/plugin-lineage-common';
import { JobGraph } from '../reads/JobGraph';

const DAY_MS = 24 * 60 * 60 * 1000;
/** Of ten inputs of the jobs one was not read from the beginning. */
const LATER_SHARE = 10;

/** A number of days on each of which every job of a graph ran once. */
export class DailyRuns {
  readonly days: number;
  readonly #last: number;

  /** @param options.last - of the last run of each job, as ISO 8601 */
  constructor(options: { days: number; last: string }) {
    this.days = options.days;
    this.#last = Date.parse(options.last);
  }

  /** From when some inputs are read: the middle. */
  get laterDay(): number {
    return Math.ceil(this.days / 2);
  }

  /** Event time of the runs of a day, the first of which is 1. */
  timeOf(day: number): string {
    const at = new Date(this.#last - (this.days - day) * DAY_MS);
    return `${at.toISOString().slice(0, 23)}000000Z`;
  }

  /** The version of everything that was read or written on a day. */
  versionOf(day: number): string {
    return `day-${day}`;
  }

  /** The first day on which a job read one of its inputs. */
  firstDayOf(job: number, input: number): number {
    return (job + input) % LATER_SHARE === 0 ? this.laterDay : 1;
  }

  /** What jobs read and wrote on a day. */
  graphOn(day: number, graph: JobGraph): JobGraph {
    return {
      ...graph,
      reads: graph.reads.map((inputs, job) =>
        inputs.filter((_input, index) => this.firstDayOf(job, index) <= day),
      ),
    };
  }
}

/** A dataset as a run tells of it. */
export function ioOf(
  datasets: readonly { namespace: string; name: string }[],
  said: { time: string; stamp: string; version: string },
): Record<NameKey, object> {
  const { time, stamp, version } = said;
  const io = { first: time, last: stamp, version: { stamp, value: version } };
  return Object.fromEntries(
    datasets.map(name => [nameKey({ kind: 'dataset', ...name }), io]),
  );
}
