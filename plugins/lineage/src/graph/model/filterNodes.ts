/** What is asked of the nodes of a graph that is shown already. */
export interface NodeFilter {
  /** Entity refs of owners; `''` stands for what nobody owns. None: all. */
  owners: readonly string[];
  /** Part of a name, whatever its case. */
  text: string;
}

/** What a node is searched by. */
export interface Searchable {
  id: string;
  owner?: string;
  /** All that it is called. */
  words: readonly string[];
}

/**
 * The ids of the nodes that fit. Nothing is cut out of the graph by it: paths
 * through what does not fit are part of the answer.
 */
export function filterNodes(
  nodes: readonly Searchable[],
  { owners, text }: NodeFilter,
): Set<string> {
  const wanted = text.trim().toLocaleLowerCase();
  return new Set(
    nodes
      .filter(
        node =>
          (owners.length === 0 || owners.includes(node.owner ?? '')) &&
          (wanted === '' ||
            node.words.some(word => word.toLocaleLowerCase().includes(wanted))),
      )
      .map(({ id }) => id),
  );
}
