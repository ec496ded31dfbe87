import { generateVersions } from '../generate/generateVersion';
import { sampleRecords } from '../records/sampleRecords';
import type { SampleSchedule } from './SampleJob';

const MINUTE_MS = 60_000;
const HOUR_MS = 60 * MINUTE_MS;
const DAY_MS = 24 * HOUR_MS;
const WEEK_MS = 7 * DAY_MS;
const WEEKDAYS = ['Thu', 'Fri', 'Sat', 'Sun', 'Mon', 'Tue', 'Wed'];

/** Long-running jobs are deployed anew on Mondays. */
const DEPLOY_MS = WEEKDAYS.indexOf('Mon') * DAY_MS + 9 * HOUR_MS;
const HEARTBEAT_MS = DAY_MS;

/** A run that was due at a time. */
export interface DueRun {
  at: Date;
  /** The version that it made. */
  version?: string;
  /** Of a run without an end of its own: when it told that it runs, and when it was replaced. */
  heartbeats?: Date[];
  until?: Date;
}

/**
 * The runs of a schedule that were due from one time to another. Whatever these
 * are, a run that is due at a time is the same.
 */
export function dueRuns(
  schedule: SampleSchedule,
  { from, to }: { from: Date; to: Date },
): DueRun[] {
  if ('endless' in schedule) {
    return endlessRuns(from, to);
  }
  if ('versionsOf' in schedule) {
    return runsOfVersions(schedule);
  }
  if ('declaredAt' in schedule) {
    return [];
  }
  const { everyHours, at, until } = schedule;
  const end = until === undefined ? to : new Date(until);
  // What stopped long ago is shown with its last days.
  const start =
    end < to
      ? new Date(Math.min(from.getTime(), end.getTime() - 3 * DAY_MS))
      : from;
  return times(everyHours * HOUR_MS, readOffset(at), start, end).map(time => ({
    at: time,
  }));
}

function endlessRuns(from: Date, to: Date): DueRun[] {
  const first = new Date(from.getTime() - WEEK_MS);
  return times(WEEK_MS, DEPLOY_MS, first, to).map(at => {
    const until = new Date(at.getTime() + WEEK_MS);
    return {
      at,
      until,
      heartbeats: times(
        HEARTBEAT_MS,
        HEARTBEAT_MS / 2,
        at,
        new Date(until.getTime() - HEARTBEAT_MS),
      ),
    };
  });
}

function runsOfVersions({
  versionsOf: [server, name],
  last,
}: Extract<SampleSchedule, { versionsOf: unknown }>): DueRun[] {
  const record = sampleRecords.find(
    candidate => candidate.server === server && candidate.name === name,
  );
  if (!record) {
    throw new Error(`There is no sample record ${server}/${name}`);
  }
  return generateVersions(record)
    .slice(-last)
    .map(({ createdAt, recordVersion }) => ({
      at: new Date(createdAt),
      version: recordVersion,
    }));
}

/** Times a period apart, the first one `offset` after the beginning of 1970, a Thursday. */
function times(period: number, offset: number, from: Date, to: Date): Date[] {
  const found: Date[] = [];
  const first = Math.ceil((from.getTime() - offset) / period);
  for (let n = first; n * period + offset <= to.getTime(); n += 1) {
    found.push(new Date(n * period + offset));
  }
  return found;
}

function readOffset(at: string): number {
  const match = /^(?:(\w{3}) )?(\d{2}):(\d{2})$/.exec(at);
  const day = match?.[1] === undefined ? 0 : WEEKDAYS.indexOf(match[1]);
  if (!match || day < 0) {
    throw new Error(`'${at}' is not a time of day or week`);
  }
  return (
    day * DAY_MS + Number(match[2]) * HOUR_MS + Number(match[3]) * MINUTE_MS
  );
}
