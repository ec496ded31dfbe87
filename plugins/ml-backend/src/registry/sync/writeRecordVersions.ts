import { Knex } from 'knex';
import { monotonicFactory } from 'ulid';
import { inBatches } from '../../database/inBatches';
import { addToldProvenance } from '../../evidence/write/addToldProvenance';
import { retireDeleted } from '../retireDeleted';
import { NormalizedVersion } from '../versionContent';
import { versionLabel } from '../versionLabel';
import { VersionRow } from '../versionRows';
import {
  insertVersions,
  updateVersions,
  VersionToWrite,
} from '../writeVersions';
import { RegistryRecordRow } from './recordRows';
import type { RecordToWrite } from './writeRecord';

// Versions made in the same millisecond stay in the order of the registry.
const nextVersionId = monotonicFactory();

type StoredVersion = Pick<
  VersionRow,
  'id' | 'record_version' | 'content_hash' | 'gone_since' | 'registered_at'
>;

/**
 * Writes the versions of a record as its source tells them. Those it no longer
 * tells of are gone, and keep everything else.
 */
export async function writeRecordVersions(
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
