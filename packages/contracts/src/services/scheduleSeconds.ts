const day = 86_400;

const names: Record<string, number> = {
  '@hourly': 3600,
  '@daily': day,
  '@midnight': day,
  '@weekly': 7 * day,
  '@monthly': 31 * day,
  '@yearly': 366 * day,
};

const frequencies: Record<string, number> = {
  SECONDLY: 1,
  MINUTELY: 60,
  HOURLY: 3600,
  DAILY: day,
  WEEKLY: 7 * day,
  MONTHLY: 31 * day,
  YEARLY: 366 * day,
};

/**
 * About the longest time between two runs of a schedule, in seconds. Knows the
 * plain forms of cron expressions and recurrence rules - a step, a list or a
 * single time - and `undefined` for anything else.
 */
export function scheduleSeconds(schedule: string): number | undefined {
  const text = schedule.trim();
  if (text in names) {
    return names[text];
  }
  const frequency = /(?:^|[;:])FREQ=([A-Z]+)/.exec(text)?.[1];
  if (frequency) {
    const unit = frequencies[frequency];
    // Rules that pick days or hours run more often than their frequency.
    return unit === undefined || /BY[A-Z]+=[^;]*,/.test(text)
      ? undefined
      : unit * Number(/INTERVAL=(\d+)/.exec(text)?.[1] ?? 1);
  }
  return cronSeconds(text.split(/\s+/));
}

function cronSeconds(fields: readonly string[]): number | undefined {
  if (fields.length !== 5) {
    return undefined;
  }
  const [minute, hour, date, month, weekday] = fields;
  if (month !== '*') {
    return undefined;
  }
  if (date !== '*' || weekday !== '*') {
    if (!isSingle(minute) || !isSingle(hour)) {
      return undefined;
    }
    if (date !== '*') {
      return isSingle(date) && weekday === '*' ? 31 * day : undefined;
    }
    return longestGap(weekday, 7, day);
  }
  if (hour === '*') {
    return longestGap(minute, 60, 60);
  }
  return isSingle(minute) ? longestGap(hour, 24, 3600) : undefined;
}

function isSingle(field: string): boolean {
  return /^\d+$/.test(field);
}

/** The longest gap between the times that a field names, which start again after so many. */
function longestGap(
  field: string,
  size: number,
  unit: number,
): number | undefined {
  const times = timesOf(field, size);
  if (!times.length) {
    return undefined;
  }
  const gaps = times.map((time, index) =>
    index + 1 < times.length ? times[index + 1] - time : times[0] + size - time,
  );
  return Math.max(...gaps) * unit;
}

function timesOf(field: string, size: number): number[] {
  const step = /^\*\/(\d+)$/.exec(field);
  if (field === '*' || step) {
    const width = Number(step?.[1] ?? 1);
    return width < 1
      ? []
      : Array.from({ length: Math.ceil(size / width) }, (_, i) => i * width);
  }
  const range = /^(\d+)-(\d+)$/.exec(field);
  if (range) {
    const [from, to] = [Number(range[1]), Number(range[2])];
    return from <= to && to < size
      ? Array.from({ length: to - from + 1 }, (_, i) => from + i)
      : [];
  }
  const parts = field.split(',');
  return parts.every(isSingle)
    ? [...new Set(parts.map(Number))].sort((a, b) => a - b)
    : [];
}
