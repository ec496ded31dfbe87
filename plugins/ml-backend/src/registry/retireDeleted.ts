import { Knex } from 'knex';
import { inBatches } from '../database/inBatches';
import { TombstoneRow } from '../evidence/evidenceRows';
import { VersionRow } from './versionRows';

/**
 * Takes their numbers from versions that have a tombstone: a server that made
 * a deleted model anew gives its numbers again, to other versions. Labels and
 * everything else stay. Answers the ids of those it was done to.
 */
export async function retireDeleted(
  tx: Knex.Transaction,
  recordId: string,
  ids: readonly string[],
): Promise<Set<string>> {
  const retired = new Set<string>();
  for (const batch of inBatches([...ids])) {
    const deleted = await tx<TombstoneRow>('version_tombstone')
      .whereIn('version_id', batch)
      .pluck('version_id');
    await tx<VersionRow>('version')
      .where({ record_id: recordId })
      .whereIn('id', deleted)
      .update({
        // Its own, and one that no registry gives.
        record_version: tx.raw("record_version || ' (' || id || ')'"),
        record_number: null,
      });
    deleted.forEach(id => retired.add(id));
  }
  return retired;
}
