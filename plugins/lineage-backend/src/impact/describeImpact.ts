import {
  LineageImpactItem,
  Reached,
  sortImpactItems,
} from '@understudy/plugin-lineage-common';
import { LineageView } from '../access/LineageView';
import { ownerCandidates } from '../access/ownerCandidates';
import { GraphStore } from '../graph/GraphStore';

/** What items are read from: names and owners from the graph, the rest from the catalog. */
export interface ImpactItemSource {
  store: Pick<GraphStore, 'readNames' | 'readOwners'>;
  view: LineageView;
}

/**
 * Describes what was reached, page by page as somebody reads on: nearest first,
 * and those of a page that are as near as each other by id. A job that appears
 * once per output is one thing to whoever changes something, as near as the
 * nearest of them.
 */
export async function* describeImpact(
  { levels }: Pick<Reached, 'levels'>,
  options: ImpactItemSource & { pageSize: number; firstPageSize: number },
): AsyncGenerator<LineageImpactItem[]> {
  const known = new Set<string>();
  for (const batch of pagesOf(levels, options)) {
    const items = new Map<number, LineageImpactItem>();
    const names = await options.store.readNames(batch.map(({ id }) => id));
    for (const { id, degree } of batch) {
      const name = names.get(id);
      // The nearest come first.
      if (name && !known.has(name.id)) {
        known.add(name.id);
        items.set(id, { ...name, degree });
      }
    }
    yield sortImpactItems(await describeItems(items, options));
  }
}

/** Nodes with their distance, at most so many together. */
function* pagesOf(
  levels: Reached['levels'],
  { pageSize, firstPageSize }: { pageSize: number; firstPageSize: number },
): Generator<{ id: number; degree: number }[]> {
  let page: { id: number; degree: number }[] = [];
  let size = firstPageSize;
  for (const [index, ids] of levels.entries()) {
    for (const id of ids) {
      page.push({ id, degree: index + 1 });
      if (page.length === size) {
        yield page;
        page = [];
        size = pageSize;
      }
    }
  }
  if (page.length > 0) {
    yield page;
  }
}

/**
 * Adds what the catalog says about entities, and whose the other things are: by
 * their ownership facets, where these name a group or user of the catalog.
 */
async function describeItems(
  items: ReadonlyMap<number, LineageImpactItem>,
  { store, view }: ImpactItemSource,
): Promise<LineageImpactItem[]> {
  const unclaimed = [...items].flatMap(([row, { entityRef }]) =>
    entityRef === undefined ? [row] : [],
  );
  const candidates = new Map(
    Array.from(
      unclaimed.length > 0 ? await store.readOwners(unclaimed) : [],
      ([row, names]) => [row, ownerCandidates(names)],
    ),
  );
  const facts = await view.describe([
    ...new Set([
      ...[...items.values()].flatMap(({ entityRef }) => entityRef ?? []),
      ...[...candidates.values()].flat(),
    ]),
  ]);
  return Array.from(items, ([row, item]) => {
    if (item.entityRef === undefined) {
      const owner = candidates.get(row)?.find(ref => facts.has(ref));
      return owner === undefined ? item : { ...item, owner };
    }
    const known = facts.get(item.entityRef);
    if (!known) {
      return item;
    }
    const { kind: entityKind, ...rest } = known;
    return { ...item, entityKind, ...rest };
  });
}
