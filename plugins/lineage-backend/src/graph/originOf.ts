import { LineageOrigin } from '@understudy/plugin-lineage-common';

const origins: LineageOrigin[] = ['observed', 'observed', 'declared', 'both'];

/** How a connection is known: bit 1 is observed, bit 2 declared. */
export function originOf(bits: number): LineageOrigin {
  return origins[bits];
}

/** Whether events tell of a connection. */
export function isObserved(bits: number): boolean {
  return (bits & 1) !== 0;
}
