import { ConflictError } from '@backstage/errors';
import { Knex } from 'knex';
import { takeOffAliases } from '../../aliases/history/takeOffAliases';
import { openPromotionStates } from '../../promotion/promotionPlaces';
import { VersionRow } from '../../registry/versionRows';
import { TombstoneRow } from '../evidenceRows';

/**
 * Takes the registration of a version back, in the caller's transaction: its
 * aliases go, its label stays taken and everything about it stays readable.
 * Throws ConflictError while something relies on it. Answers the aliases that
 * pointed at it.
 */
export async function writeTombstone(
  tx: Knex.Transaction,
  options: {
    versionId: string;
    /** As sentences name it, such as `model:default/fraud-score@44`. */
    ref: string;
    by: string;
    reason: string;
    /** ISO 8601 in UTC with milliseconds. */
    at: string;
  },
): Promise<{ aliases: string[] }> {
  const { versionId, ref } = options;
  // What refers to the version waits for this, also promotions being asked for.
  await tx<VersionRow>('version')
    .where({ id: versionId })
    .forUpdate()
    .first('id');
  await requireUnused(tx, versionId, ref);
  return await layTombstone(tx, options);
}

/**
 * As `writeTombstone`, for a version that is gone already, whatever relies on
 * it. A tombstone that is there stays as it is.
 */
export async function layTombstone(
  tx: Knex.Transaction,
  options: { versionId: string; by: string; reason: string; at: string },
): Promise<{ aliases: string[] }> {
  const { versionId, by, reason, at } = options;
  const aliases: string[] = await tx('version_alias')
    .where({ version_id: versionId })
    .orderBy('alias')
    .pluck('alias');
  await takeOffAliases(
    tx,
    { versionIds: [versionId] },
    { at, via: 'client', by },
  );
  await tx<VersionRow>('version')
    .where({ id: versionId })
    .whereNull('gone_since')
    .update({ gone_since: at });
  await tx<VersionRow>('version')
    .where({ id: versionId })
    .whereNull('deleted_at')
    .update({ deleted_at: at });
  await tx<TombstoneRow>('version_tombstone')
    .insert({
      version_id: versionId,
      deleted_at: at,
      deleted_by: by,
      reason,
    })
    .onConflict('version_id')
    .ignore();
  return { aliases };
}

/**
 * Throws ConflictError for a version that has a tombstone, is assigned now, or
 * that an open promotion wants.
 */
export async function requireUnused(
  tx: Knex,
  versionId: string,
  ref: string,
): Promise<void> {
  const tombstone = await tx<TombstoneRow>('version_tombstone')
    .where({ version_id: versionId })
    .first();
  if (tombstone) {
    throw new ConflictError(
      `${ref} was deleted at ${tombstone.deleted_at} by '${tombstone.deleted_by}' already`,
    );
  }
  const assigned = await tx('assignment')
    .where({ version_id: versionId })
    .whereNull('until')
    .first('environment', 'segment');
  if (assigned) {
    throw new ConflictError(
      `${ref} is assigned to ${assigned.environment} · ${assigned.segment} now; promote another version there or roll back first`,
    );
  }
  const promotion = await tx('promotion')
    .where({ version_id: versionId })
    .whereIn('state', [...openPromotionStates])
    .first('id', 'state');
  if (promotion) {
    throw new ConflictError(
      `The promotion '${promotion.id}' wants ${ref} and is '${promotion.state}'; cancel it first`,
    );
  }
}
