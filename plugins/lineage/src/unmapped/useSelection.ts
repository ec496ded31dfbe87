import { LineageUnmappedNode } from '@understudy/plugin-lineage-common';
import { useState } from 'react';

/** So many can be drafted at once. */
export const MOST_SELECTED = 50;

/** What is selected, on this page and on others. */
export interface Selection {
  nodes: readonly LineageUnmappedNode[];
  has(id: string): boolean;
  full: boolean;
  toggle(node: LineageUnmappedNode): void;
  /** Selects those given, as many as there is room for, or none of them when no more can be. */
  toggleAll(nodes: readonly LineageUnmappedNode[]): void;
  clear(): void;
}

/** Keeps what is selected while the reader pages and filters. */
export function useSelection(): Selection {
  const [chosen, setChosen] = useState<
    ReadonlyMap<string, LineageUnmappedNode>
  >(new Map());
  const change = (act: (next: Map<string, LineageUnmappedNode>) => void) =>
    setChosen(before => {
      const next = new Map(before);
      act(next);
      return next;
    });
  const add = (
    next: Map<string, LineageUnmappedNode>,
    node: LineageUnmappedNode,
  ) => {
    if (next.size < MOST_SELECTED) {
      next.set(node.id, node);
    }
  };
  return {
    nodes: [...chosen.values()],
    has: id => chosen.has(id),
    full: chosen.size >= MOST_SELECTED,
    toggle: node =>
      change(next => {
        if (!next.delete(node.id)) {
          add(next, node);
        }
      }),
    toggleAll: nodes =>
      change(next => {
        const all = nodes.every(({ id }) => next.has(id));
        if (all || next.size >= MOST_SELECTED) {
          nodes.forEach(({ id }) => next.delete(id));
        } else {
          nodes.forEach(node => add(next, node));
        }
      }),
    clear: () => setChosen(new Map()),
  };
}
