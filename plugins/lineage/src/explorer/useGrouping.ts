import { LineageGraph } from '@understudy/plugin-lineage-common';
import { useCallback, useMemo } from 'react';
import { Side } from '../graph/model/adjacency';
import { groupFanOut, moreGroup, sideKey } from '../graph/model/groupFanOut';
import { FlowGraph, toFlow } from '../graph/model/toFlow';
import { Parts } from './useParts';

/** What is drawn of a graph, and how the reader opens and folds parts of it. */
export interface Grouping {
  flow?: FlowGraph;
  /** Draws the members of a group one by one. */
  open(group: string): void;
  /** Draws all that lies on one side of a node as one. */
  fold(id: string, side: Side): void;
  isFolded(id: string, side: Side): boolean;
}

const NONE: ReadonlySet<string> = new Set();

/** Groups a graph, except for what the reader has opened, and with what is folded. */
export function useGrouping(
  graph: LineageGraph | undefined,
  parts: Parts,
  /** Ids of nodes that are not drawn as part of a group. */
  apart: ReadonlySet<string> = NONE,
): Grouping {
  const { list, add, remove } = parts;
  const { open, folded } = useMemo(
    () => ({
      open: new Set(
        list.flatMap(part => (part.act === 'open' ? [moreGroup(part)] : [])),
      ),
      folded: new Set(
        list.flatMap(({ act, id, side }) =>
          act === 'fold' ? [sideKey(id, side)] : [],
        ),
      ),
    }),
    [list],
  );
  const flow = useMemo(
    () => graph && toFlow(groupFanOut(graph, { open, folded, apart })),
    [graph, open, folded, apart],
  );
  return {
    flow,
    open: useCallback(
      id => {
        const drawn = flow?.nodes.find(node => node.id === id);
        if (drawn?.shape === 'group') {
          const { parent, side, kind } = drawn.group;
          if (kind === undefined) {
            remove({ act: 'fold', id: parent, side });
          } else {
            add({ act: 'open', id: parent, side, kind });
          }
        }
      },
      [flow, add, remove],
    ),
    fold: useCallback((id, side) => add({ act: 'fold', id, side }), [add]),
    isFolded: (id, side) => folded.has(sideKey(id, side)),
  };
}
