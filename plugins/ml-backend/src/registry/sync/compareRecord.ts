import { RegistryBinding } from '@understudy/plugin-ml-common';
import { SourceRecord } from '@understudy/plugin-ml-node';
import { createHash } from 'node:crypto';
import { recordHints } from './recordHints';
import { StoredRecord } from './RecordStore';

/** Raise it when versions are stored differently, so that all are read anew. */
const STORED_FORMAT = 2;

/** What has to be done about a record. */
export type RecordComparison = 'unchanged' | 'write-record' | 'read-versions';

/**
 * A mark that changes whenever the versions of a record would be stored
 * differently. Undefined where the registry gives no mark.
 */
export function effectiveMark(
  record: SourceRecord,
  binding: RegistryBinding,
  dictionaryDigest: string,
): string | undefined {
  if (record.changeMark === undefined) {
    return undefined;
  }
  return createHash('sha256')
    .update(
      JSON.stringify([
        STORED_FORMAT,
        record.changeMark,
        binding.variant ?? '',
        dictionaryDigest,
      ]),
    )
    .digest('hex');
}

/**
 * Compares a record with what is stored of it. Aliases are compared in any
 * case: registries do not count a moved alias as a change of the record.
 */
export function compareRecord(options: {
  record: SourceRecord;
  binding: RegistryBinding;
  stored: StoredRecord | undefined;
  changeMark: string | undefined;
  /** The subject of the Model the record is bound to, where it has one. */
  subjectId: string | undefined;
}): RecordComparison {
  const { record, binding, stored, changeMark, subjectId } = options;
  if (
    !stored ||
    changeMark === undefined ||
    stored.row.change_mark !== changeMark ||
    stored.row.gone_since !== null ||
    stored.row.last_error !== null
  ) {
    return 'read-versions';
  }
  if (!sameAliases(record, stored)) {
    // An alias may name a version that is new, whatever the mark says.
    return 'read-versions';
  }
  const hints = recordHints(record);
  const sameRow =
    stored.row.subject_id === subjectId &&
    stored.row.bound_by === binding.by &&
    stored.row.description === hints.description &&
    stored.row.hint_tags === hints.hint_tags &&
    stored.row.kind === record.kind &&
    stored.row.environment === (binding.environment ?? null) &&
    stored.row.variant === (binding.variant ?? null) &&
    stored.row.url === (record.url ?? null);
  return sameRow ? 'unchanged' : 'write-record';
}

function sameAliases(record: SourceRecord, stored: StoredRecord): boolean {
  const wanted = new Map(record.aliases.map(a => [a.alias, a.version]));
  return (
    wanted.size === stored.aliases.size &&
    [...wanted].every(
      ([alias, version]) => stored.aliases.get(alias) === version,
    )
  );
}
