import { LineageOverviewNode } from '@understudy/plugin-lineage-common';

/** Places of all nodes of which every word of the text is part of a name. */
export function searchMap(
  nodes: readonly LineageOverviewNode[],
  text: string,
  /** What the catalog calls it, where that is known. */
  titleOf: (node: LineageOverviewNode) => string | undefined,
): number[] {
  const words = text.toLocaleLowerCase('en-US').split(/\s+/).filter(Boolean);
  if (words.length === 0) {
    return [];
  }
  return nodes.flatMap((node, index) => {
    const { entityRef, namespace, name } = node;
    const all = [titleOf(node), entityRef, namespace, name]
      .filter(Boolean)
      .join(' ')
      .toLocaleLowerCase('en-US');
    return words.every(word => all.includes(word)) ? [index] : [];
  });
}
