import { LineageFields } from '@understudy/plugin-lineage-common';

/** How many fields an answer holds. */
export function countFields({ nodes }: Pick<LineageFields, 'nodes'>): number {
  return nodes.reduce((sum, { fields }) => sum + fields.length, 0);
}
