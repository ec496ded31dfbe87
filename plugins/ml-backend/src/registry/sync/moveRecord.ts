import { ConflictError } from '@backstage/errors';
import { isDatabaseConflictError } from '@backstage/backend-plugin-api';
import { Knex } from 'knex';
import { inBatches } from '../../database/inBatches';
import { VersionRow } from '../versionRows';

/**
 * Gives the versions of a record, with what was decided about them, to the
 * Model the record is bound to now. Versions keep their identity; a label
 * the Model has already is replaced by the identity. Throws ConflictError
 * when both Models have a champion at one target.
 */
export async function moveRecord(
  tx: Knex.Transaction,
  options: { recordId: string; subjectId: string },
): Promise<void> {
  const { recordId, subjectId } = options;
  const moving = await tx<VersionRow>('version')
    .where({ record_id: recordId })
    .select('id', 'label');
  const resident = await tx<VersionRow>('version')
    .where({ subject_id: subjectId })
    .select('label');
  const taken = new Set(resident.map(({ label }) => label));
  for (const { id } of moving.filter(({ label }) => taken.has(label))) {
    await tx<VersionRow>('version').where({ id }).update({ label: id });
  }
  for (const batch of inBatches(moving)) {
    const ids = batch.map(({ id }) => id);
    await tx('version').whereIn('id', ids).update({ subject_id: subjectId });
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
