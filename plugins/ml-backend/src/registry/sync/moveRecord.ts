import { ConflictError } from '@backstage/errors';
import { isDatabaseConflictError } from '@backstage/backend-plugin-api';
import { Knex } from 'knex';
import { inBatches } from '../../database/inBatches';
import { versionLabel } from '../versionLabel';
import { VersionRow } from '../versionRows';
import { RegistryRecordRow } from './recordRows';

/**
 * Gives the versions of a record, with what was decided about them, to the
 * Model the record is bound to now. Versions keep their identity and get the
 * labels that they would have had there from the start. Throws ConflictError
 * when both Models have a champion at one target.
 */
export async function moveRecord(
  tx: Knex.Transaction,
  /** The record with its new Model and label prefix. */
  record: Pick<
    RegistryRecordRow,
    'id' | 'server' | 'subject_id' | 'label_prefix'
  >,
): Promise<void> {
  const { subject_id: subjectId } = record;
  for (const table of ['alias_change', 'alias_drift']) {
    await tx(table)
      .where({ record_id: record.id })
      .update({ subject_id: subjectId });
  }
  for (const batch of inBatches(await relabel(tx, record), 200)) {
    const ids = batch.map(({ id }) => id);
    // At once: a label may be taken in the Model that the version leaves.
    await tx('version')
      .whereIn('id', ids)
      .update({
        subject_id: subjectId,
        label: tx.raw(
          `CASE id ${batch.map(() => 'WHEN ? THEN ?').join(' ')} END`,
          batch.flatMap(({ id, label }) => [id, label]),
        ),
      });
    await tx('version_tag')
      .whereIn('version_id', ids)
      .update({ subject_id: subjectId });
    try {
      await tx('assignment')
        .whereIn('version_id', ids)
        .update({ subject_id: subjectId });
      await tx('promotion')
        .whereIn('version_id', ids)
        .update({ subject_id: subjectId });
    } catch (error) {
      if (isDatabaseConflictError(error)) {
        throw new ConflictError(
          'The record cannot move to another Model, because both Models have a champion or a running promotion at one target; roll one back first',
          error,
        );
      }
      throw error;
    }
  }
}

async function relabel(
  tx: Knex.Transaction,
  record: Parameters<typeof moveRecord>[1],
): Promise<{ id: string; label: string }[]> {
  const moving = await tx<VersionRow>('version')
    .where({ record_id: record.id })
    .orderBy(['created_at', 'id'])
    .select('id', 'record_version');
  const resident = await tx<VersionRow>('version')
    .where({ subject_id: record.subject_id })
    .select('label');
  const taken = new Set(resident.map(({ label }) => label));
  return moving.map(({ id, record_version: recordVersion }) => {
    const label = versionLabel({
      prefix: record.label_prefix,
      server: record.server,
      recordVersion: recordVersion ?? id,
      id,
      taken,
    });
    taken.add(label);
    return { id, label };
  });
}
