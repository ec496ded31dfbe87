import { ConflictError } from '@backstage/errors';
import { canonicalJson } from '@understudy/contracts';
import { inBatches } from '../../database/inBatches';
import { BaselineRow } from '../evidenceRows';
import { NormalizedAddition } from '../NormalizedAddition';
import { contentHash } from '../normalizeAddition';
import { AdditionContext, originsFor } from './AdditionContext';

/**
 * Adds the baselines that are not there yet; answers their hashes. Throws
 * ConflictError for a field that has another one: drift is measured against it.
 */
export async function addBaselines(
  context: AdditionContext,
  baselines: readonly NormalizedAddition['baselines'][number][],
): Promise<string[]> {
  const { tx, version } = context;
  const known = new Map<string, string>();
  for (const batch of inBatches(baselines)) {
    const rows: Pick<BaselineRow, 'field' | 'content'>[] =
      await tx<BaselineRow>('version_baseline')
        .where({ version_id: version.id })
        .whereIn(
          'field',
          batch.map(({ field }) => field),
        )
        .select('field', 'content');
    rows.forEach(({ field, content }) => known.set(field, content));
  }
  const added = baselines.filter(baseline => {
    const stored = known.get(baseline.field);
    if (stored !== undefined && stored !== canonicalJson(baseline)) {
      throw new ConflictError(
        `baselines: the field '${baseline.field}' of ${version.ref} has another baseline already (${contentHash(JSON.parse(stored))}, not ${contentHash(baseline)}); a version has one per field, and it is never changed`,
      );
    }
    return stored === undefined;
  });
  const origins = await originsFor(context, 'version_baseline', {
    added: added.length,
    kind: 'baselines',
  });
  const rows = added.map((baseline, index): BaselineRow => ({
    ...origins[index],
    field: baseline.field,
    content: canonicalJson(baseline),
  }));
  for (const batch of inBatches(rows)) {
    await tx<BaselineRow>('version_baseline').insert(batch);
  }
  return added.map(contentHash);
}
