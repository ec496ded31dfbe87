import { ServiceLevels } from '../../contract/Contract';
import { FormatWalk } from '../FormatWalk';
import { own, ParsedObject, quote } from '../importing/values';
import { pointerTo } from '../pointers';
import { toDuration, toRecurrence } from './durations';
import { isNumber, isObject } from './tolerant';

type Level =
  | 'freshness'
  | 'retention'
  | 'schedule'
  | 'availability'
  | 'errorRate'
  | 'throughputRps';

/** Service levels by the properties of ODCS; of two for one level the first counts. */
const LEVELS: ReadonlyMap<string, Level> = new Map([
  ['freshness', 'freshness'],
  ['latency', 'freshness'],
  ['retention', 'retention'],
  ['frequency', 'schedule'],
  ['availability', 'availability'],
  ['errorRate', 'errorRate'],
  ['throughput', 'throughputRps'],
]);

/** Reads the properties that a contract has a level for, and notes the others. */
export function readServiceLevels(
  properties: readonly unknown[],
  pointer: string,
  walk: FormatWalk,
): ServiceLevels {
  const levels: ServiceLevels = {};
  properties.forEach((property, index) => {
    const at = pointerTo(pointer, index);
    const name = isObject(property) ? own(property, 'property') : undefined;
    const level = LEVELS.get(String(name));
    if (!isObject(property) || level === undefined) {
      walk.note(
        at,
        'LEVEL_NOT_HELD',
        `A contract has no service level ${quote(name)}: it is kept for ODCS only.`,
      );
    } else if (levels[level] !== undefined) {
      walk.note(
        at,
        'LEVEL_SAID_TWICE',
        `There is a level for ${level} already: ${quote(name)} is kept for ODCS only.`,
      );
    } else {
      const read = readLevel(level, property);
      if (!read) {
        walk.note(
          at,
          'LEVEL_NOT_UNDERSTOOD',
          `${quote(name)} of ${quote(own(property, 'value'))} ${quote(own(property, 'unit'))} is not understood: it is kept for ODCS only.`,
        );
      }
      Object.assign(levels, read);
    }
  });
  return levels;
}

/** The levels that this property alone would make; empty when it makes none. */
export function readsAsLevel(property: unknown): boolean {
  const name = isObject(property) ? own(property, 'property') : undefined;
  const level = LEVELS.get(String(name));
  return (
    isObject(property) &&
    level !== undefined &&
    readLevel(level, property) !== undefined
  );
}

function readLevel(
  level: Level,
  property: ParsedObject,
): ServiceLevels | undefined {
  const value = numberOf(own(property, 'value'));
  const unit = own(property, 'unit');
  const schedule = own(property, 'schedule');
  if (level === 'schedule' && typeof schedule === 'string' && schedule.trim()) {
    return { schedule };
  }
  if (value === undefined) {
    return undefined;
  }
  switch (level) {
    case 'freshness':
    case 'retention': {
      const duration = toDuration(value, String(unit));
      return duration === undefined ? undefined : { [level]: duration };
    }
    case 'schedule': {
      const rule = toRecurrence(value, String(unit));
      return rule === undefined ? undefined : { schedule: rule };
    }
    case 'throughputRps':
      return unit === 'rps' && value > 0 ? { throughputRps: value } : undefined;
    default: {
      const share =
        unit === 'percent' || unit === '%' ? toShare(value) : undefined;
      return share !== undefined && share >= 0 && share <= 1
        ? { [level]: share }
        : undefined;
    }
  }
}

/** So that 99.9 percent are 0.999 and not a little more. */
function toShare(percent: number): number {
  return Number((percent / 100).toPrecision(15));
}

function numberOf(value: unknown): number | undefined {
  if (isNumber(value)) {
    return value;
  }
  return typeof value === 'string' && /^\d+(\.\d+)?$/.test(value.trim())
    ? Number(value)
    : undefined;
}
