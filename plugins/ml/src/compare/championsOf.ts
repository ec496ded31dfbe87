import { Assignment } from '@understudy/plugin-ml-common';

/** A version that is champion somewhere, and where. */
export interface Champion {
  version: string;
  places: Pick<Assignment, 'stage' | 'target'>[];
}

/** The champions among assignments in force, besides one version itself. */
export function championsOf(
  assignments: Assignment[],
  besides: { versionId: string },
): Champion[] {
  const found = new Map<string, Champion>();
  for (const { versionId, version, slot, stage, target } of assignments) {
    if (slot === 'champion' && versionId !== besides.versionId) {
      const champion = found.get(versionId) ?? { version, places: [] };
      champion.places.push({ stage, target });
      found.set(versionId, champion);
    }
  }
  return [...found.values()];
}
