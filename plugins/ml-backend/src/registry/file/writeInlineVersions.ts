import { ModelInlineVersion } from '@understudy/plugin-ml-common';
import { Knex } from 'knex';
import { ulid } from 'ulid';
import { inBatches } from '../../database/inBatches';
import { MetricDictionary } from '../MetricDictionary';
import { normalizeVersion } from '../versionContent';
import { VersionRow } from '../versionRows';
import {
  insertVersions,
  updateVersions,
  VersionToWrite,
} from '../writeVersions';
import { fromInlineVersion } from './inlineVersion';

/** Source type of versions that come from a file. */
export const FILE_SOURCE_TYPE = 'file';

/**
 * Writes the versions of one model's file. A label keeps its digest: what
 * was approved under it must stay what it was. Answers what was not taken
 * over.
 */
export async function writeInlineVersions(
  tx: Knex.Transaction,
  options: {
    subjectId: string;
    versions: readonly ModelInlineVersion[];
    dictionary: MetricDictionary;
    now: Date;
  },
): Promise<{ problems: string[] }> {
  const { subjectId, versions, dictionary, now } = options;
  const stored = await tx<VersionRow>('version')
    .where({ subject_id: subjectId })
    .andWhere(either =>
      either.where('source_type', FILE_SOURCE_TYPE).orWhereIn(
        'label',
        versions.map(version => version.label),
      ),
    )
    .select(
      'id',
      'label',
      'digest',
      'source_type',
      'created_at',
      'content_hash',
      'gone_since',
    );
  const storedByLabel = new Map(stored.map(row => [row.label, row]));
  const problems: string[] = [];
  const added: VersionToWrite[] = [];
  const changed: VersionToWrite[] = [];
  for (const inline of versions) {
    const before = storedByLabel.get(inline.label);
    const version = normalizeVersion(
      fromInlineVersion(inline, before?.created_at ?? now.toISOString()),
      dictionary,
    );
    const { label } = inline;
    if (!before) {
      added.push({ id: ulid(), label, version });
    } else if (before.source_type !== FILE_SOURCE_TYPE) {
      problems.push(
        `version '${label}' of the file is left out, because the label is taken by a version from '${before.source_type}'`,
      );
    } else if (before.digest !== version.content.digest) {
      problems.push(
        `version '${label}' of the file has another digest than before; it stays as it was, give the new artifact a new label`,
      );
    } else if (
      before.content_hash !== version.contentHash ||
      before.gone_since !== null
    ) {
      changed.push({ id: before.id, label, version });
    }
  }
  const origin = { subjectId, sourceType: FILE_SOURCE_TYPE };
  await updateVersions(tx, changed, origin);
  await insertVersions(tx, added, origin, now);

  const labels = new Set(versions.map(version => version.label));
  await markGone(
    tx,
    stored
      .filter(
        row =>
          row.source_type === FILE_SOURCE_TYPE &&
          row.gone_since === null &&
          !labels.has(row.label),
      )
      .map(row => row.id),
    now,
  );
  return { problems };
}

/** Marks file versions of all models but some, whose files hold none now. */
export async function markOtherFileVersionsGone(
  knex: Knex,
  subjectIds: readonly string[],
  now: Date,
): Promise<void> {
  const withFile = new Set(subjectIds);
  const present: Pick<VersionRow, 'id' | 'subject_id'>[] =
    await knex<VersionRow>('version')
      .where({ source_type: FILE_SOURCE_TYPE })
      .whereNull('gone_since')
      .select('id', 'subject_id');
  await markGone(
    knex,
    present.filter(row => !withFile.has(row.subject_id)).map(row => row.id),
    now,
  );
}

async function markGone(
  knex: Knex,
  ids: readonly string[],
  now: Date,
): Promise<void> {
  for (const batch of inBatches(ids)) {
    await knex<VersionRow>('version')
      .whereIn('id', batch)
      .update({ gone_since: now.toISOString() });
  }
}
