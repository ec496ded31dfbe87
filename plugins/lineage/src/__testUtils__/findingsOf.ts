import {
  LineageFinding,
  LineageFindings,
} from '@understudy/plugin-lineage-common';
import { Side, SIDES } from '../graph/model/adjacency';
import { observedIn, World } from './World';

/** What the catalog and runs say differently about the direct connections of an entity. */
export function findingsOf(world: World, root: string): LineageFindings {
  const byId = new Map(world.nodes.map(node => [node.id, node]));
  const isRestricted = (id: string) => world.restricted?.includes(id) ?? false;
  const reports = (id: string) =>
    world.edges.some(
      edge =>
        observedIn(edge) !== undefined &&
        (edge.source === id || edge.target === id),
    );
  let complete = true;

  const findingsOn = (side: Side): LineageFinding[] => {
    const step = (from: string) =>
      world.edges.flatMap(edge => {
        const [near, far] =
          side === 'downstream'
            ? [edge.source, edge.target]
            : [edge.target, edge.source];
        return near === from ? [{ edge, far }] : [];
      });
    const declared = new Map<string, string[]>();
    for (const { edge, far } of step(root)) {
      if (edge.origin !== 'observed' && byId.get(far)?.entityRef) {
        declared.set(far, edge.relations ?? []);
      }
    }
    const observed = new Map<string, { via: number; lastSeen?: string }>();
    const waiting = [{ id: root, via: 0 }];
    const met = new Set([root]);
    while (waiting.length > 0) {
      const { id, via } = waiting.shift()!;
      for (const { edge, far } of step(id)) {
        if (observedIn(edge) === undefined || met.has(far)) {
          continue;
        }
        met.add(far);
        if (isRestricted(far)) {
          complete = false;
        } else if (byId.get(far)?.entityRef) {
          observed.set(far, { via, lastSeen: edge.lastSeen });
        } else {
          waiting.push({ id: far, via: via + 1 });
        }
      }
    }
    return [...new Set([...declared.keys(), ...observed.keys()])]
      .filter(id => declared.has(id) !== observed.has(id))
      .map(id => {
        const { via = 0, lastSeen } = observed.get(id) ?? {};
        return {
          type: declared.has(id)
            ? 'declared-not-observed'
            : 'observed-not-declared',
          side,
          other: byId.get(id)!,
          relations: declared.get(id) ?? [],
          ...(via > 0 && { via }),
          ...(lastSeen && { lastSeen }),
          reporting: { root: reports(root), other: reports(id) },
        };
      });
  };
  const items = SIDES.flatMap(findingsOn);
  return { root, items, truncated: false, complete };
}
