import { createHash } from 'node:crypto';
import { PlannedModel } from './ImportPlan';

/**
 * A hash of the entities of a plan, whatever order they come in. While it stays
 * the same the catalog need not be given anything.
 *
 * @public
 */
export function entitiesDigest(models: readonly PlannedModel[]): string {
  const lines = models.map(({ entity }) => JSON.stringify(entity)).sort();
  return createHash('sha256').update(lines.join('\n')).digest('hex');
}
