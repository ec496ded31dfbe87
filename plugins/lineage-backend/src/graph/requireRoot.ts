import { NotFoundError } from '@backstage/errors';
import {
  formatLineageNodeId,
  LineageNodeName,
} from '@understudy/plugin-lineage-common';
import { LineageView } from '../access/LineageView';
import { GraphStore, RootNode } from './GraphStore';

/** Throws NotFoundError for what is unknown or may not be seen: the two are not told apart. */
export async function requireRoot(
  store: GraphStore,
  name: LineageNodeName,
  view: LineageView,
): Promise<RootNode> {
  const root = await store.findRoot(name);
  if (root && !view.everything) {
    const seen = await view.filter(await store.readIdentities([root.id]));
    if (!seen.has(root.id)) {
      throw notFound(name);
    }
  }
  if (!root) {
    throw notFound(name);
  }
  return root;
}

function notFound(name: LineageNodeName): NotFoundError {
  return new NotFoundError(
    `No lineage is known of '${formatLineageNodeId(name)}'`,
  );
}
