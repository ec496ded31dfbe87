import { LineageOverviewNode } from '@understudy/plugin-lineage-common';
import { titleOf } from '../../names/titleOf';

/** What the catalog says about a thing on the map. */
export interface KnownThing {
  title: string;
  /** Entity ref of the owner. */
  owner?: string;
  ownerName?: string;
}

/** An owner, and how much data on the map is known to be theirs. */
export interface OwnerCount {
  owner?: string;
  name?: string;
  count: number;
}

/** What a thing is called: by itself, as long as the catalog was not asked about it. */
export function nameOnMap(
  node: LineageOverviewNode,
  known: ReadonlyMap<string, KnownThing>,
): string {
  const { id, entityRef, name } = node;
  return (
    known.get(id)?.title ??
    (entityRef ? titleOf(entityRef, undefined) : (name ?? id))
  );
}

/**
 * The owners of data, those of most first and nobody as one of them, and of how
 * much data the catalog was not asked yet.
 */
export function countOwners(
  nodes: readonly LineageOverviewNode[],
  known: ReadonlyMap<string, KnownThing>,
): { owners: OwnerCount[]; unknown: number } {
  const counts = new Map<string | undefined, OwnerCount>();
  let unknown = 0;
  for (const node of nodes) {
    if (isOwnerUnknown(node, known)) {
      unknown += 1;
    } else if (node.kind !== 'job') {
      const { owner, ownerName } = known.get(node.id) ?? {};
      const { count } = counts.get(owner) ?? { count: 0 };
      counts.set(owner, { owner, name: ownerName, count: count + 1 });
    }
  }
  return {
    unknown,
    owners: [...counts.values()].sort((a, b) => b.count - a.count),
  };
}

/** Whether only the catalog could tell whose it is, and was not asked. */
export function isOwnerUnknown(
  node: LineageOverviewNode,
  known: ReadonlyMap<string, KnownThing>,
): boolean {
  return node.entityRef !== undefined && !known.has(node.id);
}
