import { specChange } from '../comparison/specChange';
import { createFinding } from '../findings/createFinding';
import { Finding } from '../findings/Finding';

/**
 * One service of a chain of calls, with the latency that it adds itself.
 *
 * @public
 */
export interface ChainedService {
  /** Entity ref. */
  ref: string;
  /** Milliseconds, without the time of the services that it calls. */
  latencyMs?: { p50?: number; p99?: number };
  /** Entity refs of the services that it calls. */
  calls?: readonly string[];
}

/**
 * Compares what a chain of calls may take with the budget of its root: the sum
 * of all medians, and the slowest path at the 99th percentile. Both are bounds
 * and no measurement, so that what is found is never more than a warning. Calls
 * that lead back to a service that is already on the path count once.
 *
 * @public
 */
export function checkLatencyChain(options: {
  root: string;
  budgetMs: { p50?: number; p99?: number };
  services: readonly ChainedService[];
}): Finding[] {
  const { root, budgetMs, services } = options;
  const byRef = new Map(services.map(service => [service.ref, service]));
  const found: Finding[] = [];
  const compare = (percentile: 'p50' | 'p99', latency: number) => {
    const budget = budgetMs[percentile];
    if (budget !== undefined && latency > budget) {
      const change = specChange({
        ruleId: 'LATENCY_CHAIN_EXCEEDED',
        oldPointer: `/spec/serviceLevels/latencyMs/${percentile}`,
        old: budget,
        new: latency,
        subject: percentile,
      });
      found.push(createFinding(change, { backward: true, forward: true }));
    }
  };
  compare('p50', sumOfMedians(root, byRef));
  compare('p99', slowestPath(root, byRef));
  return found;
}

function sumOfMedians(
  root: string,
  services: ReadonlyMap<string, ChainedService>,
): number {
  const reached = new Set<string>();
  const open = [root];
  let sum = 0;
  for (let ref = open.pop(); ref !== undefined; ref = open.pop()) {
    if (!reached.has(ref)) {
      reached.add(ref);
      const service = services.get(ref);
      sum += service?.latencyMs?.p50 ?? 0;
      open.push(...(service?.calls ?? []));
    }
  }
  return sum;
}

/** The longest path of a graph whose cycles are cut where they close. */
function slowestPath(
  root: string,
  services: ReadonlyMap<string, ChainedService>,
): number {
  const known = new Map<string, number>();
  const entered = new Set<string>();
  const open: { ref: string; leaving: boolean }[] = [
    { ref: root, leaving: false },
  ];
  for (let step = open.pop(); step; step = open.pop()) {
    const { ref, leaving } = step;
    const service = services.get(ref);
    const calls = service?.calls ?? [];
    if (leaving) {
      const slowest = Math.max(0, ...calls.map(call => known.get(call) ?? 0));
      known.set(ref, (service?.latencyMs?.p99 ?? 0) + slowest);
    } else if (!entered.has(ref)) {
      entered.add(ref);
      open.push({ ref, leaving: true });
      open.push(...calls.map(call => ({ ref: call, leaving: false })));
    }
  }
  return known.get(root) ?? 0;
}
