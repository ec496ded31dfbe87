import { fromFieldTime } from './localTime';

const OPEN = 'history';
const AT = 'at';

/** Whether the address shows the history of what was assigned. */
export function isHistoryOpen(params: URLSearchParams): boolean {
  return params.get(OPEN) === 'open';
}

/** The address with the history shown, or hidden with what was asked of it. */
export function toggleHistory(params: URLSearchParams): URLSearchParams {
  const result = new URLSearchParams(params);
  result.delete(AT);
  if (isHistoryOpen(params)) {
    result.delete(OPEN);
  } else {
    result.set(OPEN, 'open');
  }
  return result;
}

/** The time that the address asks for, ISO 8601 in UTC; undefined unless it is one. */
export function readHistoryTime(params: URLSearchParams): string | undefined {
  return fromFieldTime(params.get(AT) ?? '');
}

/** The address with another time, or without one. */
export function setHistoryTime(
  params: URLSearchParams,
  time: string | undefined,
): URLSearchParams {
  const result = new URLSearchParams(params);
  if (time) {
    result.set(AT, time);
  } else {
    result.delete(AT);
  }
  return result;
}
