import { LineageFields } from '@understudy/plugin-lineage-common';

/**
 * Fields of a dataset that others are made from, by who they are. Left out is
 * whoever was made from it as a whole too, and everybody where not all of it
 * could be read: then nobody knows which fields are not used.
 */
export function provenFields({
  root,
  edges,
  complete,
  truncated,
}: LineageFields): Map<string, string[]> {
  const fields = new Map<string, Set<string>>();
  const whole = new Set<string>();
  for (const { source, target } of edges) {
    if (source.node !== root) {
      continue;
    }
    if (source.field === undefined) {
      whole.add(target.node);
    } else {
      const known = fields.get(target.node) ?? new Set();
      fields.set(target.node, known.add(source.field));
    }
  }
  return complete && !truncated
    ? new Map(
        [...fields]
          .filter(([node]) => !whole.has(node))
          .map(([node, names]) => [node, [...names].sort()]),
      )
    : new Map();
}
