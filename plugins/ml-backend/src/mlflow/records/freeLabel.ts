import { Knex } from 'knex';
import { versionLabel } from '../../registry/versionLabel';
import { VersionRow } from '../../registry/versionRows';
import { StoredModel } from './portalRows';

/**
 * The label of a new version of a record: its number, unless a version from
 * elsewhere has that label. Only the labels in question are looked up.
 */
export async function freeLabel(
  tx: Knex.Transaction,
  model: StoredModel,
  recordVersion: string,
  id: string,
): Promise<string> {
  const options = {
    prefix: model.labelPrefix,
    server: model.server,
    recordVersion,
    id,
  };
  const plain = versionLabel({ ...options, taken: new Set() });
  const second = versionLabel({ ...options, taken: new Set([plain]) });
  const taken: Pick<VersionRow, 'label'>[] = await tx<VersionRow>('version')
    .where({ subject_id: model.subjectId })
    .whereIn('label', [plain, second])
    .select('label');
  return versionLabel({
    ...options,
    taken: new Set(taken.map(({ label }) => label)),
  });
}
