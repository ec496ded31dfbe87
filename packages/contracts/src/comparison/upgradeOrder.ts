import { Change } from '../findings/Change';
import { CompatibilityReport } from '../findings/Finding';

/** Who can move without the others. */
export interface UpgradeOrder {
  order: CompatibilityReport['order'];
  first: CompatibilityReport['first'];
}

/**
 * Works out who has to move first from what each side can still read. On
 * inputs the provider reads, on outputs it writes.
 */
export function upgradeOrder(changes: readonly Change[]): UpgradeOrder {
  const breaks = (direction: 'in' | 'out', way: 'backward' | 'forward') =>
    changes.some(
      change => change.portDirection === direction && change[way] === 'error',
    );
  const inputs = {
    backward: breaks('in', 'backward'),
    forward: breaks('in', 'forward'),
  };
  const outputs = {
    backward: breaks('out', 'backward'),
    forward: breaks('out', 'forward'),
  };
  const provider = !inputs.backward && !outputs.forward;
  const consumers = !inputs.forward && !outputs.backward;
  if (provider === consumers) {
    const both = provider ? 'any' : 'none';
    return { order: both, first: both };
  }
  if (provider) {
    return {
      order: outputs.backward ? 'writers-first' : 'readers-first',
      first: 'provider',
    };
  }
  return {
    order: outputs.forward ? 'readers-first' : 'writers-first',
    first: 'consumers',
  };
}
