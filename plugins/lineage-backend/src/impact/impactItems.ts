import {
  LineageImpactItem,
  Reached,
  sortImpactItems,
} from '@understudy/plugin-lineage-common';
import { inBatches } from '../access/inBatches';
import { LineageView } from '../access/LineageView';
import { GraphStore } from '../graph/GraphStore';

const NODES_PER_QUERY = 5000;

/**
 * Puts names to what was reached. A job that appears once per output is one
 * thing to whoever changes something, as near as the nearest of them.
 */
export async function toImpactItems(
  store: Pick<GraphStore, 'readNames'>,
  reached: Reached['nodes'],
): Promise<LineageImpactItem[]> {
  const items = new Map<string, LineageImpactItem>();
  for (const batch of inBatches(reached, NODES_PER_QUERY)) {
    const names = await store.readNames(batch.map(({ id }) => id));
    for (const { id, degree } of batch) {
      const name = names.get(id);
      // The nearest come first.
      if (name && !items.has(name.id)) {
        items.set(name.id, { ...name, degree });
      }
    }
  }
  return sortImpactItems([...items.values()]);
}

/** Adds what the catalog says about entities. */
export async function describeImpactItems(
  items: readonly LineageImpactItem[],
  view: LineageView,
): Promise<LineageImpactItem[]> {
  const facts = await view.describe(
    items.flatMap(({ entityRef }) => entityRef ?? []),
  );
  return items.map(item => {
    const known =
      item.entityRef === undefined ? undefined : facts.get(item.entityRef);
    if (!known) {
      return item;
    }
    const { kind: entityKind, ...rest } = known;
    return { ...item, entityKind, ...rest };
  });
}
