import { Knex } from 'knex';
import {
  RegistryRecordRow,
  VersionAliasRow,
} from '../../registry/sync/recordRows';
import { AliasMove, AliasSetting, setStoredAlias } from './setStoredAlias';

/**
 * Takes off all aliases of some records or of some versions, because these are
 * gone.
 */
export async function takeOffAliases(
  tx: Knex.Transaction,
  of: { recordIds: readonly string[] } | { versionIds: readonly string[] },
  how: Pick<AliasSetting, 'at' | 'via' | 'by'>,
): Promise<AliasMove[]> {
  const query = tx<VersionAliasRow>('version_alias')
    .join<RegistryRecordRow>(
      'registry_record',
      'registry_record.id',
      'version_alias.record_id',
    )
    .select(
      'version_alias.record_id',
      'version_alias.alias',
      'registry_record.subject_id',
    );
  const rows: { record_id: string; alias: string; subject_id: string }[] =
    await ('recordIds' in of
      ? query.whereIn('version_alias.record_id', [...of.recordIds])
      : query.whereIn('version_alias.version_id', [...of.versionIds]));
  const moves: AliasMove[] = [];
  for (const { record_id: id, alias, subject_id: subjectId } of rows) {
    const move = await setStoredAlias(tx, {
      record: { id, subjectId },
      alias,
      versionId: undefined,
      ...how,
    });
    moves.push(...(move ? [move] : []));
  }
  return moves;
}
