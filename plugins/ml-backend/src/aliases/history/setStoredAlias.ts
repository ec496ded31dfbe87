import { AliasChange } from '@understudy/plugin-ml-common';
import { Knex } from 'knex';
import { monotonicFactory } from 'ulid';
import { VersionAliasRow } from '../../registry/sync/recordRows';
import { AliasChangeRow } from './aliasChangeRows';

// Changes of the same millisecond stay in the order they were made in.
const nextChangeId = monotonicFactory();

/** Where an alias of a record points from now on, and how that came about. */
export interface AliasSetting extends Pick<
  AliasChange,
  'alias' | 'at' | 'via' | 'by' | 'promotionId'
> {
  record: { id: string; subjectId: string };
  /** Undefined takes the alias off. */
  versionId: string | undefined;
}

/** A change of an alias, by the ids of its versions. */
export interface AliasMove {
  alias: string;
  from?: string;
  to?: string;
}

/**
 * Writes where an alias points, together with its history: the only place that
 * does. Answers undefined, and writes nothing, when it points there already.
 */
export async function setStoredAlias(
  tx: Knex.Transaction,
  setting: AliasSetting,
): Promise<AliasMove | undefined> {
  const { record, alias, versionId, at } = setting;
  const place = { record_id: record.id, alias };
  const stored = await tx<VersionAliasRow>('version_alias')
    .where(place)
    .forUpdate()
    .first();
  if (stored?.version_id === versionId) {
    return undefined;
  }
  if (versionId === undefined) {
    await tx('version_alias').where(place).delete();
  } else {
    const seen = { version_id: versionId, seen_at: at };
    await tx<VersionAliasRow>('version_alias')
      .insert({ ...place, ...seen })
      .onConflict(['record_id', 'alias'])
      .merge(seen);
  }
  await tx<AliasChangeRow>('alias_change').insert({
    ...place,
    id: nextChangeId(Date.parse(at)),
    subject_id: record.subjectId,
    from_version_id: stored?.version_id ?? null,
    to_version_id: versionId ?? null,
    at,
    via: setting.via,
    changed_by: setting.by ?? null,
    promotion_id: setting.promotionId ?? null,
  });
  return {
    alias,
    ...(stored ? { from: stored.version_id } : {}),
    ...(versionId === undefined ? {} : { to: versionId }),
  };
}
