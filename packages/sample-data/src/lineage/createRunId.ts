import { createHash } from 'node:crypto';

/**
 * A run id as the clients make them, UUID version 7, that depends on nothing
 * but the arguments: the same run has the same id at every start.
 */
export function createRunId(what: string, at: Date): string {
  const time = at.getTime().toString(16).padStart(12, '0');
  const hash = createHash('sha256')
    .update(`${what}@${at.toISOString()}`)
    .digest('hex');
  const variant = ((Number.parseInt(hash[3], 16) % 4) + 8).toString(16);
  return [
    time.slice(0, 8),
    time.slice(8),
    `7${hash.slice(0, 3)}`,
    `${variant}${hash.slice(4, 7)}`,
    hash.slice(8, 20),
  ].join('-');
}
