import { NotFoundError } from '@backstage/errors';
import { formatLineageNodeId } from '@understudy/plugin-lineage-common';
import { LineageView } from '../access/LineageView';
import { GraphStore, RootNode } from './GraphStore';
import { AskedNode, stepIdOf } from './nodeIds';

/** Throws NotFoundError for what is unknown or may not be seen: the two are not told apart. */
export async function requireRoot(
  store: GraphStore,
  asked: AskedNode,
  view: LineageView,
): Promise<RootNode> {
  const root = await findRoot(store, asked);
  await requireVisible(store, { root, asked, view });
  return root;
}

/** Throws NotFoundError for what is unknown. Whether it may be seen is yet to be asked. */
export async function findRoot(
  store: GraphStore,
  asked: AskedNode,
): Promise<RootNode> {
  const root = asked.output
    ? await store.findStep(asked, asked.output)
    : await store.findRoot(asked);
  if (!root) {
    throw notFound(asked);
  }
  return root;
}

/** Throws what {@link findRoot} throws when a node may not be seen. */
export async function requireVisible(
  store: GraphStore,
  options: { root: RootNode; asked: AskedNode; view: LineageView },
): Promise<void> {
  const { root, asked, view } = options;
  if (view.everything) {
    return;
  }
  const seen = await view.filter(await store.readIdentities([root.id]));
  if (!seen.has(root.id)) {
    throw notFound(asked);
  }
}

function notFound(asked: AskedNode): NotFoundError {
  const id = formatLineageNodeId(asked);
  return new NotFoundError(
    `No lineage is known of '${asked.output ? stepIdOf(id, asked.output) : id}'`,
  );
}
