import { ServiceLevels } from '../../contract/Contract';
import { Json } from '../../fields/json';
import { noteLost } from '../exporting/noteLost';
import { FormatWalk } from '../FormatWalk';
import { Amount, fromDuration, fromRecurrence } from './durations';
import { isSame, JsonObject } from './Kept';
import { readServiceLevels, readsAsLevel } from './readServiceLevels';

const POINTER = '/spec/serviceLevels';

/**
 * Writes service levels as properties. What the document said before stays as
 * it was when it still means the same, and else as far as it is about other things.
 */
export function writeServiceLevels(
  levels: ServiceLevels,
  said: readonly Json[],
  walk: FormatWalk,
): Json[] {
  const { written, held } = writePlainLevels(levels);
  noteLost(walk, levels, held, POINTER);
  const before = readServiceLevels(said, '', new FormatWalk());
  const after = readServiceLevels(written, '', new FormatWalk());
  return isSame(before, after)
    ? [...said]
    : [...said.filter(property => !readsAsLevel(property)), ...written];
}

/** Service levels as nobody has written them before, and which of them there is a property for. */
export function writePlainLevels(levels: ServiceLevels): {
  written: JsonObject[];
  held: string[];
} {
  const { freshness, retention, schedule, availability, errorRate } = levels;
  const cron =
    schedule !== undefined && !fromRecurrence(schedule)
      ? { value: null, schedule }
      : undefined;
  const candidates: [string, string, JsonObject | undefined][] = [
    ['freshness', 'freshness', amount(freshness, fromDuration)],
    ['retention', 'retention', amount(retention, fromDuration)],
    ['schedule', 'frequency', cron ?? amount(schedule, fromRecurrence)],
    ['availability', 'availability', percent(availability)],
    ['errorRate', 'errorRate', percent(errorRate)],
    [
      'throughputRps',
      'throughput',
      levels.throughputRps === undefined
        ? undefined
        : { value: levels.throughputRps, unit: 'rps' },
    ],
  ];
  const there = candidates.filter(([, , parts]) => parts !== undefined);
  return {
    written: there.map(([, property, parts]) => ({ property, ...parts })),
    held: there.map(([level]) => level),
  };
}

function amount(
  text: string | undefined,
  read: (text: string) => Amount | undefined,
): JsonObject | undefined {
  const found = text === undefined ? undefined : read(text);
  return found && { value: found.value, unit: found.unit };
}

/** A share as a percentage, without the digits that doubles add. */
function percent(share: number | undefined): JsonObject | undefined {
  return share === undefined
    ? undefined
    : { value: Number((share * 100).toPrecision(15)), unit: 'percent' };
}
