import { parseEntityRef } from '@backstage/catalog-model';
import { LineageNode } from '@understudy/plugin-lineage-common';

/** Jobs, as the filter by kind calls them. */
export const JOB = 'job';

/** Datasets that no entity of the catalog claims, as the filter by kind calls them. */
export const UNMAPPED = 'unmapped';

/** What can be shown or left out unless a graph holds other kinds too. */
export const KNOWN_KINDS: readonly string[] = [
  'model',
  'featureview',
  'feature',
  'dataset',
  JOB,
  UNMAPPED,
  'component',
  'api',
  'resource',
];

/**
 * The kind of a node in the words of the filter: `job`, `unmapped`, or the kind
 * of its entity in lower case.
 */
export function kindWord(
  node: Pick<LineageNode, 'kind' | 'entityRef'>,
): string {
  if (node.entityRef) {
    return parseEntityRef(node.entityRef).kind.toLocaleLowerCase('en-US');
  }
  return node.kind === 'job' ? JOB : UNMAPPED;
}
