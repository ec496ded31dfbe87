import { RegistryBindingSource } from '@understudy/plugin-ml-common';
import { Knex } from 'knex';
import { monotonicFactory, ulid } from 'ulid';
import { AliasMove } from '../../aliases/history/setStoredAlias';
import { inBatches } from '../../database/inBatches';
import { addToldProvenance } from '../../evidence/write/addToldProvenance';
import { NormalizedVersion } from '../versionContent';
import { labelPrefix, versionLabel } from '../versionLabel';
import { VersionRow } from '../versionRows';
import {
  insertVersions,
  updateVersions,
  VersionToWrite,
} from '../writeVersions';
import { retireDeleted } from '../retireDeleted';
import { moveRecord } from './moveRecord';
import { wasRenamedSince } from './nameChanges';
import { RecordHints, recordListColumns } from './recordHints';
import { RegistryRecordRow } from './recordRows';
import { writeAliases } from './writeAliases';

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

// Versions made in the same millisecond stay in the order of the registry.
const nextVersionId = monotonicFactory();

type StoredVersion = Pick<
  VersionRow,
  'id' | 'record_version' | 'content_hash' | 'gone_since' | 'registered_at'
>;

/**
 * Writes one record with its versions and aliases. Runs in a transaction, so
 * that a record is either up to date or as it was. Undefined, and nothing is
 * written, when the portal renamed or deleted it after the source was read.
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
    await writeVersions(tx, row, record, record.versions, now);
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
  // Asked only now: the portal locks the record when it changes its name.
  if (await wasRenamedSince(tx, record, record.readAt)) {
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

async function writeVersions(
  tx: Knex.Transaction,
  row: RegistryRecordRow,
  record: RecordToWrite,
  versions: Map<string, NormalizedVersion>,
  now: Date,
): Promise<void> {
  const origin = {
    subjectId: row.subject_id,
    recordId: row.id,
    sourceType: record.sourceType,
  };
  const stored: StoredVersion[] = await tx<VersionRow>('version')
    .where({ record_id: row.id })
    .select(
      'id',
      'record_version',
      'content_hash',
      'gone_since',
      'registered_at',
    );
  const retired = await retireDeleted(
    tx,
    row.id,
    stored
      .filter(
        v => v.gone_since !== null && versions.has(v.record_version ?? ''),
      )
      .filter(v => !isNewer(v.gone_since ?? '', record))
      .map(v => v.id),
  );
  const storedByNumber = new Map(
    stored.filter(v => !retired.has(v.id)).map(v => [v.record_version, v]),
  );

  const changed: VersionToWrite[] = [];
  const added: { recordVersion: string; version: NormalizedVersion }[] = [];
  for (const [recordVersion, version] of versions) {
    const before = storedByNumber.get(recordVersion);
    if (!before) {
      added.push({ recordVersion, version });
    } else if (
      before.gone_since !== null &&
      isNewer(before.gone_since, record)
    ) {
      // Deleted at the server after that had told of it.
    } else if (
      before.content_hash !== version.contentHash ||
      before.gone_since !== null
    ) {
      changed.push({ id: before.id, label: '', recordVersion, version });
    }
  }
  await updateVersions(tx, changed, origin);
  const labelled = await giveLabels(tx, row, record.server, added);
  await insertVersions(tx, labelled, origin, now);
  await addToldProvenance(
    tx,
    [...changed, ...labelled].flatMap(({ id, version }) => {
      const { provenance } = version.content;
      return provenance ? [{ versionId: id, provenance }] : [];
    }),
    now,
  );

  const gone = stored
    .filter(
      v =>
        v.gone_since === null &&
        !versions.has(v.record_version ?? '') &&
        !isNewer(v.registered_at, record),
    )
    .map(v => v.id);
  for (const ids of inBatches(gone)) {
    await tx<VersionRow>('version')
      .whereIn('id', ids)
      .update({ gone_since: now.toISOString() });
  }
}

async function giveLabels(
  tx: Knex.Transaction,
  row: RegistryRecordRow,
  server: string,
  added: { recordVersion: string; version: NormalizedVersion }[],
): Promise<VersionToWrite[]> {
  if (added.length === 0) {
    return [];
  }
  // Labels that come from elsewhere: another record, a file or the REST API.
  const others = await tx<VersionRow>('version')
    .where({ subject_id: row.subject_id })
    .select('label');
  const taken = new Set(others.map(({ label }) => label));
  return added.map(({ recordVersion, version }) => {
    const id = nextVersionId();
    const label = versionLabel({
      prefix: row.label_prefix,
      server,
      recordVersion,
      id,
      taken,
    });
    taken.add(label);
    return { id, label, recordVersion, version };
  });
}

function isNewer(at: string, { readAt }: RecordToWrite): boolean {
  return readAt !== undefined && at >= readAt;
}
