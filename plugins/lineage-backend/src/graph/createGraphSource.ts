import { parseEntityRef } from '@backstage/catalog-model';
import {
  GraphSource,
  mergeIntoRoot,
  NodeVisibility,
} from '@understudy/plugin-lineage-common';
import { LineageView, NodeIdentity } from '../access/LineageView';
import { GraphStore, RootNode } from './GraphStore';

/**
 * The graph as one caller sees it, with the kinds that were asked for. Where
 * there is nothing to hide, no node is looked at while walking.
 */
export function createGraphSource(
  store: GraphStore,
  options: {
    root: RootNode;
    view: LineageView;
    kinds?: ReadonlySet<string>;
  },
): GraphSource {
  const { root, view, kinds } = options;
  const source: GraphSource = {
    neighbours: (nodes, most) => store.neighbours(nodes, most),
    count: nodes => store.count(nodes),
    ...((kinds || !view.everything) && {
      visibility: async ids => {
        const nodes = await store.readIdentities(ids);
        const seen = view.everything ? undefined : await view.filter(nodes);
        const visibility = new Map<number, NodeVisibility>();
        for (const node of nodes) {
          const how =
            !kinds || kinds.has(kindWordOf(node)) ? 'shown' : 'hidden';
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

/** The word for the kind of a node in the query of a graph. */
export function kindWordOf({ kind, entityRef }: NodeIdentity): string {
  if (entityRef !== undefined) {
    return parseEntityRef(entityRef).kind.toLowerCase();
  }
  return kind === 'job' ? 'job' : 'unmapped';
}
