const UNITS = [
  [86_400, 'P', 'D'],
  [3_600, 'PT', 'H'],
  [60, 'PT', 'M'],
  [1, 'PT', 'S'],
] as const;

const PROTO = /^(\d+(?:\.\d+)?)s$/;
const PYTHON = /^(?:(\d+) days?,? )?(\d+):(\d{2}):(\d{2})(?:\.\d+)?$/;

/** Seconds of `86400s` in the protocol, `1 day, 0:00:00` in Python, or a plain number. */
export function feastSeconds(value: unknown): number | undefined {
  if (typeof value === 'number') {
    return value >= 0 && Number.isFinite(value) ? value : undefined;
  }
  if (typeof value !== 'string') {
    return undefined;
  }
  const [, seconds] = PROTO.exec(value) ?? [];
  if (seconds !== undefined) {
    return Number(seconds);
  }
  const python = PYTHON.exec(value);
  if (!python) {
    return undefined;
  }
  const [days, hours, minutes, rest] = python
    .slice(1)
    .map(part => Number(part ?? 0));
  return days * 86_400 + hours * 3_600 + minutes * 60 + rest;
}

/** An ISO 8601 duration in the largest unit that needs no fraction. */
export function toIsoDuration(seconds: number): string {
  const [size, prefix, unit] =
    UNITS.find(([length]) => seconds % length === 0) ?? UNITS[3];
  return `${prefix}${seconds / size}${unit}`;
}
