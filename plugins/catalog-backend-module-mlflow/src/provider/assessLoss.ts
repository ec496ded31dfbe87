import { createHash } from 'node:crypto';
import { ImportPlan } from '@understudy/plugin-ml-node';
import { HeldChange } from '../state/ImportState';

const MAX_REFS = 100;

/**
 * Whether a plan would lose so many records that it has to wait: a registry
 * that suddenly has far fewer is more often broken than tidied up. Gives the
 * change to hold, or undefined when the plan may go ahead.
 */
export function assessLoss(
  plan: ImportPlan,
  holdAbovePercent: number,
): Omit<HeldChange, 'since'> | undefined {
  const { before, dropped } = plan;
  if (dropped.length * 100 <= before * holdAbovePercent) {
    return undefined;
  }
  const names = dropped.map(record => record.name).sort();
  const refs = new Set(
    dropped.flatMap(record => record.entityRef ?? []).sort(),
  );
  return {
    before,
    after: before - dropped.length,
    removed: [...refs].slice(0, MAX_REFS),
    fingerprint: createHash('sha256')
      .update(JSON.stringify(names))
      .digest('hex'),
  };
}
