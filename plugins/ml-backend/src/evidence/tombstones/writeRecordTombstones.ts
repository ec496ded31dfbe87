import { Knex } from 'knex';
import { inBatches } from '../../database/inBatches';
import { TombstoneRow } from '../evidenceRows';

/**
 * Takes the versions of a registered model back with the model itself, in the
 * transaction that has locked its record.
 */
export async function writeRecordTombstones(
  tx: Knex.Transaction,
  options: {
    recordId: string;
    by: string;
    reason: string;
    /** ISO 8601 in UTC with milliseconds. */
    at: string;
  },
): Promise<void> {
  const { recordId, by, reason, at } = options;
  const live = () =>
    tx('version').where({ record_id: recordId }).whereNull('gone_since');
  const ids: string[] = await live().pluck('id');
  for (const batch of inBatches(ids)) {
    await tx<TombstoneRow>('version_tombstone').insert(
      batch.map(id => ({
        version_id: id,
        deleted_at: at,
        deleted_by: by,
        reason,
      })),
    );
  }
  await live().update({ gone_since: at, deleted_at: at });
}
