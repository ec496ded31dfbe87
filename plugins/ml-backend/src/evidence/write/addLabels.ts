import { LabelRow } from '../evidenceRows';
import { NormalizedAddition } from '../NormalizedAddition';
import { contentHash } from '../normalizeAddition';
import { AdditionContext, originsFor } from './AdditionContext';

/**
 * Puts labels on a version and takes them off; what was there stays on record.
 * Answers the hashes of what changed.
 */
export async function addLabels(
  context: AdditionContext,
  labels: readonly NormalizedAddition['labels'][number][],
): Promise<string[]> {
  const { tx, version, at } = context;
  const rows: Pick<LabelRow, 'id' | 'key' | 'value'>[] = await tx<LabelRow>(
    'version_label',
  )
    .where({ version_id: version.id, removed_at: null })
    .whereIn(
      'key',
      labels.map(({ key }) => key),
    )
    .select('id', 'key', 'value');
  const inForce = new Map(rows.map(row => [row.key, row]));
  const changed = labels.filter(
    ({ key, value }) => (inForce.get(key)?.value ?? null) !== value,
  );
  await tx<LabelRow>('version_label')
    .whereIn(
      'id',
      changed.flatMap(({ key }) => inForce.get(key)?.id ?? []),
    )
    .update({ removed_at: at });
  const added = changed.flatMap(({ key, value }) =>
    value === null ? [] : [{ key, value }],
  );
  const origins = await originsFor(context, 'version_label', {
    added: added.length,
    kind: 'labels',
  });
  if (added.length > 0) {
    await tx<LabelRow>('version_label').insert(
      added.map((label, index) => ({
        ...origins[index],
        ...label,
        removed_at: null,
      })),
    );
  }
  return changed.map(contentHash);
}
