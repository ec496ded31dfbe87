import { Knex } from 'knex';
import { findMovingPromotions } from '../../aliases/history/findMovingPromotions';
import {
  AliasMove,
  setStoredAlias,
} from '../../aliases/history/setStoredAlias';
import { RegistryRecordRow, VersionAliasRow } from './recordRows';
import type { RecordToWrite } from './writeRecord';

/**
 * Writes where the aliases of a record point, as a source tells it. Answers
 * those that somebody moved in the registry, and those that name a version
 * which the registry does not list.
 */
export async function writeAliases(
  tx: Knex.Transaction,
  row: RegistryRecordRow,
  record: RecordToWrite,
  now: Date,
): Promise<{ danglingAliases: string[]; moves: AliasMove[] }> {
  const wanted = new Map(record.aliases.map(a => [a.alias, a.version]));
  const stored = await tx<VersionAliasRow>('version_alias').where({
    record_id: row.id,
  });
  if (stored.length === 0 && wanted.size === 0) {
    return { danglingAliases: [], moves: [] };
  }
  const versions: { id: string; record_version: string }[] = await tx('version')
    .where({ record_id: row.id })
    .whereIn('record_version', [...new Set(wanted.values())])
    .whereNull('gone_since')
    .select('id', 'record_version');
  const idByNumber = new Map(versions.map(v => [v.record_version, v.id]));
  const storedByAlias = new Map(stored.map(a => [a.alias, a.version_id]));
  const danglingAliases = [...wanted]
    .filter(([, version]) => !idByNumber.has(version))
    .map(([alias]) => alias);
  const changed = [...new Set([...wanted.keys(), ...storedByAlias.keys()])]
    .map(alias => ({
      alias,
      versionId: idByNumber.get(wanted.get(alias) ?? ''),
    }))
    .filter(({ alias, versionId }) => storedByAlias.get(alias) !== versionId);
  if (changed.length === 0) {
    return { danglingAliases, moves: [] };
  }
  const newer = await findNewerChanges(tx, row, record);
  const moving = await findMovingPromotions(tx, row.subject_id);
  const moves: AliasMove[] = [];
  for (const { alias, versionId } of changed.filter(c => !newer.has(c.alias))) {
    const promotion = moving.find(
      ({ alias: moved }) =>
        moved.server === record.server &&
        moved.record === record.name &&
        moved.alias === alias &&
        moved.version === wanted.get(alias),
    );
    const move = await setStoredAlias(tx, {
      record: { id: row.id, subjectId: row.subject_id },
      alias,
      versionId,
      at: now.toISOString(),
      ...(promotion
        ? { via: 'promotion', promotionId: promotion.promotionId }
        : { via: 'outside' }),
    });
    if (move && !promotion) {
      moves.push(move);
    }
  }
  return { danglingAliases, moves };
}

/** Aliases that were moved while the registry was read. */
async function findNewerChanges(
  tx: Knex.Transaction,
  row: RegistryRecordRow,
  record: RecordToWrite,
): Promise<Set<string>> {
  if (record.readAt === undefined) {
    return new Set();
  }
  const changes: { alias: string }[] = await tx('alias_change')
    .where({ record_id: row.id })
    .where('at', '>=', record.readAt)
    .select('alias');
  return new Set(changes.map(({ alias }) => alias));
}
