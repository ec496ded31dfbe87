import {
  LineageImpactItem,
  Reached,
  sortImpactItems,
} from '@understudy/plugin-lineage-common';
import { inBatches } from '../access/inBatches';
import { LineageView } from '../access/LineageView';
import { ownerCandidates } from '../access/ownerCandidates';
import { GraphStore } from '../graph/GraphStore';

const NODES_PER_QUERY = 5000;

/** What was reached, with names and nothing else. */
export interface NamedImpact {
  /** Nearest first, then by id. */
  items: LineageImpactItem[];
  /** Rows of the items that belong to no entity, by id of the item. */
  unclaimed: ReadonlyMap<string, number>;
}

/**
 * Puts names to what was reached. A job that appears once per output is one
 * thing to whoever changes something, as near as the nearest of them.
 */
export async function toImpactItems(
  store: Pick<GraphStore, 'readNames'>,
  reached: Reached['nodes'],
): Promise<NamedImpact> {
  const items = new Map<string, LineageImpactItem>();
  const unclaimed = new Map<string, number>();
  for (const batch of inBatches(reached, NODES_PER_QUERY)) {
    const names = await store.readNames(batch.map(({ id }) => id));
    for (const { id, degree } of batch) {
      const name = names.get(id);
      // The nearest come first.
      if (name && !items.has(name.id)) {
        items.set(name.id, { ...name, degree });
        if (name.entityRef === undefined) {
          unclaimed.set(name.id, id);
        }
      }
    }
  }
  return { items: sortImpactItems([...items.values()]), unclaimed };
}

/**
 * Adds what the catalog says about entities, and whose the other things are: by
 * their ownership facets, where these name a group or user of the catalog.
 */
export async function describeImpactItems(
  items: readonly LineageImpactItem[],
  options: {
    store: Pick<GraphStore, 'readOwners'>;
    unclaimed: NamedImpact['unclaimed'];
    view: LineageView;
  },
): Promise<LineageImpactItem[]> {
  const { store, unclaimed, view } = options;
  const rows = items.flatMap(({ id }) => unclaimed.get(id) ?? []);
  const candidates = new Map<number, string[]>();
  for (const batch of inBatches(rows, NODES_PER_QUERY)) {
    for (const [row, names] of await store.readOwners(batch)) {
      candidates.set(row, ownerCandidates(names));
    }
  }
  const facts = await view.describe([
    ...new Set([
      ...items.flatMap(({ entityRef }) => entityRef ?? []),
      ...[...candidates.values()].flat(),
    ]),
  ]);
  return items.map(item => {
    const row = unclaimed.get(item.id);
    if (row !== undefined) {
      const owner = candidates.get(row)?.find(ref => facts.has(ref));
      return owner === undefined ? item : { ...item, owner };
    }
    const known =
      item.entityRef === undefined ? undefined : facts.get(item.entityRef);
    if (!known) {
      return item;
    }
    const { kind: entityKind, ...rest } = known;
    return { ...item, entityKind, ...rest };
  });
}
