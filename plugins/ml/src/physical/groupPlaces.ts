import { PhysicalDataset, physicalRoles } from '@understudy/plugin-ml-common';

/** Physical datasets that are in one environment and region. */
export interface PlaceGroup {
  environment: string;
  region?: string;
  places: PhysicalDataset[];
}

/**
 * Physical datasets by environment and region: production first, then by name;
 * within a group by role.
 */
export function groupPlaces(places: PhysicalDataset[]): PlaceGroup[] {
  const groups = new Map<string, PlaceGroup>();
  for (const place of places) {
    const { environment, region } = place;
    const key = `${environment} ${region ?? ''}`;
    const group = groups.get(key) ?? { environment, region, places: [] };
    group.places.push(place);
    groups.set(key, group);
  }
  const byRole = (a: PhysicalDataset, b: PhysicalDataset) =>
    physicalRoles.indexOf(a.role) - physicalRoles.indexOf(b.role);
  return [...groups.values()]
    .sort(
      (a, b) =>
        Number(b.environment === 'production') -
          Number(a.environment === 'production') ||
        a.environment.localeCompare(b.environment) ||
        (a.region ?? '').localeCompare(b.region ?? ''),
    )
    .map(group => ({ ...group, places: group.places.sort(byRole) }));
}
