import { parseEntityRef } from '@backstage/catalog-model';
import {
  GraphSource,
  mergeIntoRoot,
  NodeVisibility,
} from '@understudy/plugin-lineage-common';
import { LineageView, NodeIdentity } from '../access/LineageView';
import { EnvironmentIds, GraphStore, RootNode } from './GraphStore';

/**
 * The graph of some environments as one caller sees it. Where there is nothing
 * to hide, no node is looked at while walking.
 */
export function createGraphSource(
  store: GraphStore,
  options: {
    root: RootNode;
    environments: EnvironmentIds;
    view: LineageView;
    /** Of which nodes the graph is made; what others connect is connected directly. */
    isShown?: (node: NodeIdentity) => boolean;
  },
): GraphSource {
  const { root, environments, view, isShown } = options;
  const isEverythingShown = !isShown && view.everything;
  const source: GraphSource = {
    neighbours: (nodes, most) =>
      store.neighbours(nodes, { most, environments }),
    count: nodes => store.count(nodes, environments),
    walkFrom: async (start, side) =>
      await store.walkFrom?.(start, side, environments),
    // Of the whole graph, so only for who is shown the whole graph.
    ...(isEverythingShown && {
      degrees: async (ids, most) =>
        await store.degrees?.(ids, { most, environments }),
    }),
    ...(!isEverythingShown && {
      visibility: async ids => {
        const nodes = await store.readIdentities(ids);
        const seen = view.everything ? undefined : await view.filter(nodes);
        const visibility = new Map<number, NodeVisibility>();
        for (const node of nodes) {
          const how = !isShown || isShown(node) ? 'shown' : 'hidden';
          visibility.set(
            node.id,
            !seen || seen.has(node.id) ? how : 'restricted',
          );
        }
        return visibility;
      },
    }),
  };
  return mergeIntoRoot(source, root.id, root.steps);
}

/** Tells whether nodes are of certain kinds, in the words of the query of a graph. */
export function ofKinds(
  kinds: ReadonlySet<string>,
): (node: NodeIdentity) => boolean {
  return node => kinds.has(kindWordOf(node));
}

/** The word for the kind of a node in the query of a graph. */
function kindWordOf({ kind, entityRef }: NodeIdentity): string {
  if (entityRef !== undefined) {
    return parseEntityRef(entityRef).kind.toLowerCase();
  }
  return kind === 'job' ? 'job' : 'unmapped';
}
