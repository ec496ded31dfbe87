import { LineageOverview } from '@understudy/plugin-lineage-common';
import { MapPlan, planMap } from '../model/MapPlan';

/** Does work that pauses all at once, and counts the pauses. */
export function finish<T>(work: Generator<void, T>): {
  value: T;
  pauses: number;
} {
  for (let pauses = 0; ; pauses++) {
    const step = work.next();
    if (step.done) {
      return { value: step.value, pauses };
    }
  }
}

/**
 * An overview of datasets called by letters, the first of which is the root:
 * `a>b` is a connection from a to b. Distances are those of the ways along it.
 */
export function letterOverview(connections: string): LineageOverview {
  const pairs = connections
    .split(' ')
    .filter(Boolean)
    .map(text => text.split('>'));
  const names = [...new Set(pairs.flat())];
  const root = names[0];
  const hops = (step: (name: string) => string[]) => {
    const found = new Map([[root, 0]]);
    // Grows while it is walked.
    for (const [name, distance] of found) {
      step(name)
        .filter(next => !found.has(next))
        .forEach(next => found.set(next, distance + 1));
    }
    return found;
  };
  const down = hops(name =>
    pairs.filter(([from]) => from === name).map(([, to]) => to),
  );
  const up = hops(name =>
    pairs.filter(([, to]) => to === name).map(([from]) => from),
  );
  return {
    root,
    environment: 'production',
    truncated: false,
    complete: true,
    nodes: names.map(name => ({
      id: name,
      kind: 'dataset',
      namespace: 'letters',
      name,
      distance: { upstream: up.get(name), downstream: down.get(name) },
    })),
    edges: pairs.map(([from, to]) => ({
      from: names.indexOf(from),
      to: names.indexOf(to),
      origin: 'observed',
    })),
  };
}

/** A map of letters. */
export function letterPlan(connections: string): MapPlan {
  return finish(planMap(letterOverview(connections))).value;
}

/** The place of a letter among the nodes. */
export function placeOf(plan: MapPlan, name: string): number {
  return plan.overview.nodes.findIndex(({ id }) => id === name);
}

/** A root that so many things are made from, step by step. */
export function layeredOverview(
  layers: number,
  perLayer: number,
  edgesPerNode = 2,
): LineageOverview {
  const nodes: LineageOverview['nodes'] = [
    { id: 'root', kind: 'dataset', distance: { upstream: 0, downstream: 0 } },
  ];
  const edges: LineageOverview['edges'] = [];
  for (let layer = 1; layer <= layers; layer++) {
    const before = layer === 1 ? 0 : nodes.length - perLayer;
    for (let index = 0; index < perLayer; index++) {
      const to = nodes.length;
      nodes.push({
        id: `n${to}`,
        kind: 'dataset',
        distance: { downstream: layer },
      });
      for (let count = 0; count < edgesPerNode; count++) {
        const from =
          layer === 1 ? 0 : before + ((index * 7 + count * 13) % perLayer);
        edges.push({ from, to, origin: 'observed' });
      }
    }
  }
  return {
    root: 'root',
    environment: 'production',
    truncated: false,
    complete: true,
    nodes,
    edges,
  };
}
