import { LineageNode } from '@understudy/plugin-lineage-common';
import { useMemo, useState } from 'react';
import { filterNodes } from '../graph/model/filterNodes';
import { NodeName } from '../names/NodeName';

/** The search inside a graph. */
export interface GraphSearch {
  text: string;
  setText(text: string): void;
  /** Ids of what fits; empty when nothing is searched for. */
  hits: readonly string[];
  /** The place of a hit among the others, counted from 0. */
  at: number;
  /** The id of the next hit, or of the one before. */
  step(by: 1 | -1): string | undefined;
}

/** Finds nodes of a graph by anything that they are called. */
export function useSearch(
  nodes: readonly LineageNode[],
  nameOf: (id: string) => NodeName,
): GraphSearch {
  const [state, setState] = useState({ text: '', at: -1 });
  const { text, at } = state;
  const hits = useMemo(() => {
    if (text.trim() === '') {
      return [];
    }
    const found = filterNodes(
      nodes.map(node => ({ id: node.id, words: wordsOf(node, nameOf) })),
      { text },
    );
    return nodes.map(({ id }) => id).filter(id => found.has(id));
  }, [nodes, nameOf, text]);
  return {
    text,
    setText: next => setState({ text: next, at: -1 }),
    hits,
    at,
    step: by => {
      if (hits.length === 0) {
        return undefined;
      }
      const next = at < 0 && by < 0 ? hits.length - 1 : at + by;
      const place = (next + hits.length) % hits.length;
      setState({ text, at: place });
      return hits[place];
    },
  };
}

/** All that a node may be searched by. */
export function wordsOf(
  node: LineageNode,
  nameOf: (id: string) => NodeName,
): string[] {
  const { title, ownerName } = nameOf(node.id);
  return [title, node.name, node.namespace, node.entityRef, ownerName].flatMap(
    word => word ?? [],
  );
}
