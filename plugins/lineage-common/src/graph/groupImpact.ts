import { LineageImpact, LineageImpactItem } from './types';

/**
 * Sums up what a change reaches: how much, whose it is, and the nearest of it.
 *
 * @public
 */
export function groupImpact(
  items: readonly LineageImpactItem[],
  options: {
    root: string;
    direction: LineageImpact['direction'];
    environment: string;
    asOf?: string;
    /** How many items are listed; all of them count. */
    limit: number;
    truncated: boolean;
    complete: boolean;
  },
): LineageImpact {
  const { limit, ...rest } = options;
  const owners = new Map<string | undefined, LineageImpact['owners'][number]>();
  for (const { owner, degree } of items) {
    const group = owners.get(owner);
    if (group) {
      group.items += 1;
      group.nearest = Math.min(group.nearest, degree);
    } else {
      owners.set(owner, {
        ...(owner !== undefined && { owner }),
        items: 1,
        nearest: degree,
      });
    }
  }
  return {
    ...rest,
    totals: {
      items: items.length,
      entities: items.filter(({ entityRef }) => entityRef).length,
      production: items.filter(({ lifecycle }) => lifecycle === 'production')
        .length,
      owners: [...owners.keys()].filter(owner => owner !== undefined).length,
    },
    owners: [...owners.values()].sort(
      (a, b) =>
        b.items - a.items ||
        a.nearest - b.nearest ||
        compareText(a.owner ?? '', b.owner ?? ''),
    ),
    items: sortImpactItems(items).slice(0, limit),
  };
}

/**
 * Nearest first, then by id.
 *
 * @public
 */
export function sortImpactItems(
  items: readonly LineageImpactItem[],
): LineageImpactItem[] {
  return [...items].sort(
    (a, b) => a.degree - b.degree || compareText(a.id, b.id),
  );
}

function compareText(a: string, b: string): number {
  if (a === b) {
    return 0;
  }
  return a < b ? -1 : 1;
}
