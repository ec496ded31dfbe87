import { LineageEnvironment } from '@understudy/plugin-lineage-common';
import { observedIn, World } from './World';

/** Where direct connections of a node were observed, and how many. */
export function environmentsAround(
  world: World,
  id: string,
): LineageEnvironment[] {
  const counts = new Map<string, number>();
  for (const edge of world.edges) {
    const environment = observedIn(edge);
    if (environment && (edge.source === id || edge.target === id)) {
      counts.set(environment, (counts.get(environment) ?? 0) + 1);
    }
  }
  return [...counts]
    .map(([name, edges]) => ({ name, edges }))
    .sort((a, b) => a.name.localeCompare(b.name));
}
