/**
 * The time before which a connection of a job is over, given the time of the
 * job's latest event: 30 characters, UTC, nine digits after the second.
 */
export function startOfWindow(latest: string, windowMs: number): string {
  const at = Date.parse(`${latest.slice(0, 23)}Z`) - windowMs;
  // Event times are not before 1970, so nothing is before this.
  return `${new Date(Math.max(at, 0)).toISOString().slice(0, 23)}${latest.slice(23)}`;
}
