import { LineageImpactItem } from '@understudy/plugin-lineage-common';
import { FoundImpact } from '../LineageReader';

/** All that was found, in small pages. */
export async function itemsOf(
  found: Pick<FoundImpact, 'pages'>,
): Promise<LineageImpactItem[]> {
  const items: LineageImpactItem[] = [];
  for await (const page of found.pages(2)) {
    items.push(...page);
  }
  return items;
}
