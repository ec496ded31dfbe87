import { InputError } from '@backstage/errors';
import {
  LineageNodeSummary,
  parseLineageNodeId,
} from '@understudy/plugin-lineage-common';

/** What the id of a node says of it by itself; undefined for what is no such id. */
export function rootNode(
  id: string,
):
  | Pick<LineageNodeSummary, 'id' | 'kind' | 'entityRef' | 'namespace' | 'name'>
  | undefined {
  try {
    return { id, ...parseLineageNodeId(id.split('#', 1)[0]) };
  } catch (error) {
    if (error instanceof InputError) {
      return undefined;
    }
    throw error;
  }
}
