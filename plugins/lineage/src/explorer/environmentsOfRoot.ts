import {
  LineageEnvironment,
  LineageGraph,
} from '@understudy/plugin-lineage-common';
import { ALL_ENVIRONMENTS } from './view';

/** Where the root was observed. What was named somewhere and is connected to nothing there counts, too. */
export function environmentsOfRoot(
  graph: LineageGraph,
): readonly LineageEnvironment[] {
  const named =
    graph.nodes.find(({ id }) => id === graph.root)?.environments ?? [];
  const missing = named.filter(name =>
    graph.environments.every(known => known.name !== name),
  );
  return missing.length === 0
    ? graph.environments
    : [...graph.environments, ...missing.map(name => ({ name, edges: 0 }))];
}

/** Whether runs connect the root, but not in the environment shown. */
export function isOnlyElsewhere(
  known: readonly LineageEnvironment[],
  shown: string | undefined,
): boolean {
  if (shown === undefined || shown === ALL_ENVIRONMENTS) {
    return false;
  }
  const here = known.find(({ name }) => name === shown);
  const others = known.filter(({ name }) => name !== shown);
  return here === undefined
    ? others.length > 0
    : here.edges === 0 && others.some(({ edges }) => edges > 0);
}
