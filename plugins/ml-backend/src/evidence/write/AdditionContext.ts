import { ConflictError } from '@backstage/errors';
import { Knex } from 'knex';
import { ulid } from 'ulid';
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
 * Throws ConflictError rather than keep more than so many rows of one version.
 */
export async function originsFor(
  { tx, version, by, at }: AdditionContext,
  table: string,
  options: { added: number; limit: number },
): Promise<OriginRow[]> {
  const { added, limit } = options;
  const [{ count }] = await tx(table)
    .where({ version_id: version.id })
    .count({ count: '*' });
  const before = Number(count);
  if (before + added > limit) {
    throw new ConflictError(
      `${version.ref} has ${before} rows in ${table} already; with ${added} more there would be more than the ${limit} that are kept`,
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
