import { formatNumber } from './formatNumber';

const UNITS = ['B', 'kB', 'MB', 'GB', 'TB', 'PB'];

/** Writes a size for people, in powers of a thousand: `48.3 MB`. */
export function formatBytes(bytes: number): string {
  let size = bytes;
  let unit = 0;
  // What would be written as 1 000 belongs to the next unit.
  while (size >= 999.5 && unit < UNITS.length - 1) {
    size /= 1000;
    unit += 1;
  }
  return `${formatNumber(size)}\u00a0${UNITS[unit]}`;
}
