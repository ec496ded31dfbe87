import { createHash } from 'node:crypto';
import { StoredModel } from '../../records/portalRows';
import { AskedChange } from './AskedChange';

/**
 * Changes with the same key wait for each other, so that the portal writes them
 * down in the order in which the server made them.
 */
export function changeKey(
  record: Pick<StoredModel, 'id' | 'kind'>,
  change: AskedChange,
): string {
  return createHash('sha256')
    .update(JSON.stringify(changed(record, change)))
    .digest('hex');
}

function changed(
  { id, kind }: Pick<StoredModel, 'id' | 'kind'>,
  change: AskedChange,
): unknown[] {
  switch (change.kind) {
    case 'version.create': {
      const { source, runId, tags } = change.wanted;
      // All prompts have the same source: their texts are in their tags.
      return [[id, source, runId ?? null], kind === 'prompt' ? tags : []];
    }
    case 'record.rename':
    case 'record.delete':
      return [id, 'record'];
    case 'record.tag':
      return [id, change.kind, change.tag.key];
    case 'alias.set':
      return [id, change.kind, change.alias];
    case 'version.describe':
    case 'version.delete':
      return [id, change.kind, change.version.number];
    case 'version.tag':
      return [id, change.kind, change.version.number, change.tag.key];
    case 'version.stage':
    case 'record.describe':
      // A stage may move the other versions of the record to the archive.
      return [id, change.kind];
    default:
      throw new Error(`There is no change '${JSON.stringify(change)}'`);
  }
}
