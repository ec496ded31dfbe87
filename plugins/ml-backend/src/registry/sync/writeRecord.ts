import { RegistryBindingSource } from '@understudy/plugin-ml-common';
import { Knex } from 'knex';
import { ulid } from 'ulid';
import { AliasMove } from '../../aliases/history/setStoredAlias';
import { NormalizedVersion } from '../versionContent';
import { labelPrefix } from '../versionLabel';
import { isChanging } from './changingRecords';
import { moveRecord } from './moveRecord';
import { wasRenamedSince } from './nameChanges';
import { RecordHints, recordListColumns } from './recordHints';
import { RegistryRecordRow } from './recordRows';
import { writeAliases } from './writeAliases';
import { writeRecordVersions } from './writeRecordVersions';

/** A record as a source tells it now, and the Model it is bound to. */
export interface RecordToWrite {
  server: string;
  sourceType: string;
  workspace?: string;
  name: string;
  kind: 'model' | 'prompt';
  environment?: string;
  variant?: string;
  url?: string;
  /** How it came to its Model. */
  boundBy: RegistryBindingSource;
  hints: RecordHints;
  subjectId: string;
  /** Home of the Model: see `modelHome`. */
  home: string | undefined;
  changeMark?: string;
  aliases: { alias: string; version: string }[];
  /**
   * All versions, by the registry's number. Left out when they are known to
   * be unchanged.
   */
  versions?: Map<string, NormalizedVersion>;
  /**
   * When the source began to tell. What was noted later than that is newer
   * than what it tells, and stays.
   */
  readAt?: string;
}

/** What writing a record did. */
export interface RecordWriteResult {
  /** Aliases that name a version the registry does not list. */
  danglingAliases: string[];
  /** Id of the record. */
  recordId: string;
  /** Aliases that somebody moved in the registry since it was last read. */
  outsideMoves: AliasMove[];
}

/**
 * Writes one record with its versions and aliases. Runs in a transaction, so
 * that a record is either up to date or as it was. Undefined, and nothing is
 * written, when the portal is changing it at its server, or renamed or deleted
 * it after the source was read.
 */
export async function writeRecord(
  tx: Knex.Transaction,
  record: RecordToWrite,
  now: Date,
): Promise<RecordWriteResult | undefined> {
  const written = await writeRecordRow(tx, record, now);
  if (!written) {
    return undefined;
  }
  const { row, isNew } = written;
  if (record.versions) {
    await writeRecordVersions(tx, row, record, record.versions, now);
  }
  const { danglingAliases, moves } = await writeAliases(tx, row, record, now);
  return {
    danglingAliases,
    recordId: row.id,
    // What a record has when it is first seen is no change.
    outsideMoves: isNew ? [] : moves,
  };
}

async function writeRecordRow(
  tx: Knex.Transaction,
  record: RecordToWrite,
  now: Date,
): Promise<{ row: RegistryRecordRow; isNew: boolean } | undefined> {
  const stored = await tx<RegistryRecordRow>('registry_record')
    .where({
      server: record.server,
      workspace: record.workspace ?? '',
      name: record.name,
    })
    .forUpdate()
    .first();
  // Asked only now: the portal locks the record when it changes its name. And
  // in this order: what is settled between the two is noted as a new name.
  if (
    (await isChanging(tx, record)) ||
    (await wasRenamedSince(tx, record, record.readAt))
  ) {
    return undefined;
  }
  const told = {
    kind: record.kind,
    subject_id: record.subjectId,
    environment: record.environment ?? null,
    variant: record.variant ?? null,
    url: record.url ?? null,
    change_mark: record.changeMark ?? null,
    gone_since: null,
    last_error: null,
    bound_by: record.boundBy,
    ...record.hints,
    ...recordListColumns({ ...record, ...record.hints }),
  };
  if (!stored) {
    const row: RegistryRecordRow = {
      id: ulid(),
      server: record.server,
      workspace: record.workspace ?? '',
      name: record.name,
      label_prefix: await choosePrefix(tx, record),
      first_seen_at: now.toISOString(),
      first_name: null,
      ...told,
    };
    await tx<RegistryRecordRow>('registry_record').insert(row);
    return { row, isNew: true };
  }
  const rebound = stored.subject_id !== record.subjectId;
  const row: RegistryRecordRow = {
    ...stored,
    ...told,
    label_prefix: rebound
      ? await choosePrefix(tx, record)
      : stored.label_prefix,
  };
  await tx<RegistryRecordRow>('registry_record')
    .where({ id: row.id })
    .update(row);
  if (rebound) {
    await moveRecord(tx, row);
  }
  return { row, isNew: false };
}

async function choosePrefix(
  tx: Knex.Transaction,
  record: RecordToWrite,
): Promise<string> {
  const others = await tx<RegistryRecordRow>('registry_record')
    .where({ subject_id: record.subjectId })
    .select('label_prefix');
  return labelPrefix({
    record,
    home: record.home,
    taken: new Set(others.map(other => other.label_prefix)),
  });
}
