import { LineageGraph } from '@understudy/plugin-lineage-common';
import { useCallback, useMemo, useState } from 'react';
import { Side } from '../graph/model/adjacency';
import { foldedSide, groupFanOut, sideKey } from '../graph/model/groupFanOut';
import { FlowGraph, toFlow } from '../graph/model/toFlow';

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

/** Keeps which groups are open and which sides folded, while the question is the same. */
export function useGrouping(
  graph: LineageGraph | undefined,
  question: string,
  /** Ids of nodes that are not drawn as part of a group. */
  apart: ReadonlySet<string> = NONE,
): Grouping {
  const [state, setState] = useState({ question, open: NONE, folded: NONE });
  const isCurrent = state.question === question;
  const open = isCurrent ? state.open : NONE;
  const folded = isCurrent ? state.folded : NONE;
  const flow = useMemo(
    () => graph && toFlow(groupFanOut(graph, { open, folded, apart })),
    [graph, open, folded, apart],
  );

  const change = useCallback(
    (act: (open: Set<string>, folded: Set<string>) => void) =>
      setState(before => {
        const kept = before.question === question;
        const nextOpen = new Set(kept ? before.open : []);
        const nextFolded = new Set(kept ? before.folded : []);
        act(nextOpen, nextFolded);
        return { question, open: nextOpen, folded: nextFolded };
      }),
    [question],
  );
  return {
    flow,
    open: useCallback(
      group =>
        change((nextOpen, nextFolded) => {
          const side = foldedSide(group);
          if (side === undefined) {
            nextOpen.add(group);
          } else {
            nextFolded.delete(side);
          }
        }),
      [change],
    ),
    fold: useCallback(
      (id, side) =>
        change((_, nextFolded) => nextFolded.add(sideKey(id, side))),
      [change],
    ),
    isFolded: (id, side) => folded.has(sideKey(id, side)),
  };
}
