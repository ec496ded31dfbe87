import { ConflictError } from '@backstage/errors';
import { Knex } from 'knex';
import { ulid } from 'ulid';
import { keptLimits } from '../evidenceLimits';
import { OriginRow } from '../evidenceRows';

/** Where, by whom and when evidence is added; the version's row is locked. */
export interface AdditionContext {
  tx: Knex.Transaction;
  version: {
    id: string;
    /** As sentences name it, such as `model:default/fraud-score@44`. */
    ref: string;
    digest: string;
    digestStrength: string;
    artifactUri?: string;
  };
  /** A user's entity ref, or the subject of a service. */
  by: string;
  /** ISO 8601 in UTC with milliseconds. */
  at: string;
}

/**
 * Gives the rows of a table their origins, in the order they are asked for.
 * Throws ConflictError rather than keep more of one version than `keptLimits`.
 */
export async function originsFor(
  { tx, version, by, at }: AdditionContext,
  table: string,
  options: { added: number; kind: keyof typeof keptLimits },
): Promise<OriginRow[]> {
  const { added, kind } = options;
  const limit = keptLimits[kind];
  const [{ count }] = await tx(table)
    .where({ version_id: version.id })
    .count({ count: '*' });
  const before = Number(count);
  if (before + added > limit) {
    throw new ConflictError(
      `${kind}: ${version.ref} has ${before} already, and ${limit} are kept; ${added} more are too many`,
    );
  }
  return Array.from({ length: added }, (_, index) => ({
    id: ulid(Date.parse(at)),
    version_id: version.id,
    position: before + index,
    added_by: by,
    added_at: at,
  }));
}
