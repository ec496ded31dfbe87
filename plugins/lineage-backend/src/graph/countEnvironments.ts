import { LineageEnvironment } from '@understudy/plugin-lineage-common';
import { LineageView } from '../access/LineageView';
import { GraphStore, RootNode } from './GraphStore';
import { ConnectedInEnvironment } from './sql/selectConnectedByEnvironment';

/** Connections that are counted of one environment. */
const MOST_EDGES = 1000;
/** Of a job that appears once per output, appearances that are looked at. */
const MOST_PARTS = 1000;

/** What {@link countEnvironments} counts: direct connections of a node, whoever may see them. */
export async function readEnvironments(
  store: GraphStore,
  root: RootNode,
): Promise<ConnectedInEnvironment[]> {
  const whole = [root.id, ...root.steps].slice(0, MOST_PARTS);
  return await store.readByEnvironment(whole, MOST_EDGES);
}

/**
 * The environments that direct connections of a node belong to. What a caller
 * may not see neither counts nor shows that there is such an environment.
 */
export async function countEnvironments(
  connected: readonly ConnectedInEnvironment[],
  { store, view }: { store: GraphStore; view: LineageView },
): Promise<LineageEnvironment[]> {
  const seen = view.everything
    ? undefined
    : await view.filter(
        await store.readIdentities([
          ...new Set(connected.flatMap(({ neighbours }) => neighbours)),
        ]),
      );
  const edges = new Map<string, number>();
  for (const { environment, neighbours } of connected) {
    const visible = neighbours.filter(id => !seen || seen.has(id));
    edges.set(environment, (edges.get(environment) ?? 0) + visible.length);
  }
  return [...edges]
    .filter(([, count]) => count > 0)
    .map(([name, count]) => ({ name, edges: Math.min(count, MOST_EDGES) }))
    .sort((a, b) => (a.name < b.name ? -1 : 1));
}
