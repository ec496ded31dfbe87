import { Change, Effect } from '../findings/Change';
import { CompatibilityReport } from '../findings/Finding';
import { ruleOf } from '../rules/contractRules';

/** Who can move without the others. */
export interface UpgradeOrder {
  order: CompatibilityReport['order'];
  first: CompatibilityReport['first'];
}

/** Changes after which neither side reaches the other, whoever moves first. */
const mutual = new Set([
  'PORT_DIRECTION_CHANGED',
  'PROTOCOL_REMOVED',
  'ENDPOINT_CHANGED',
  'AUTH_CHANGED',
  'SERIALIZATION_CHANGED',
]);

/**
 * Works out who has to move first from what each side can still read. On
 * inputs the provider reads, on outputs it writes.
 */
export function upgradeOrder(changes: readonly Change[]): UpgradeOrder {
  if (changes.some(breaksMutually)) {
    return { order: 'none', first: 'none' };
  }
  const breaks = (direction: 'in' | 'out', way: 'backward' | 'forward') =>
    changes.some(
      change =>
        change.portDirection === direction &&
        readingEffect(change, way) === 'error',
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

/** Whether consumers of before and the new provider are cut off from each other. */
export function breaksMutually(change: Change): boolean {
  return mutual.has(change.ruleId) && change.forward === 'error';
}

/** What a change does to those who read; days and numbers stop nobody from reading. */
export function readingEffect(
  change: Change,
  way: 'backward' | 'forward',
): Effect {
  return ruleOf(change.ruleId).area === 'version'
    ? 'ok'
    : (change.reading ?? change)[way];
}
