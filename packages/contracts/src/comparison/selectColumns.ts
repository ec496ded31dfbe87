import { CompatibilityMode } from '../contract/CompatibilityPolicy';
import { Columns } from '../findings/createFinding';

/**
 * The directions that protect the partners of today: on what they write, the
 * new one has to read the old; on what they read, the old one the new. What is
 * about no port is looked at in both.
 */
export function selectColumns(
  mode: CompatibilityMode | undefined,
  direction: 'in' | 'out' | undefined,
): Columns {
  switch (mode) {
    case 'NONE':
      return { backward: false, forward: false };
    case 'BACKWARD':
    case 'BACKWARD_TRANSITIVE':
      return { backward: true, forward: false };
    case 'FORWARD':
    case 'FORWARD_TRANSITIVE':
      return { backward: false, forward: true };
    case 'FULL':
    case 'FULL_TRANSITIVE':
      return { backward: true, forward: true };
    default:
      return { backward: direction !== 'out', forward: direction !== 'in' };
  }
}

/** Whether a mode looks at all supported versions and not at the latest only. */
export function isTransitive(mode: CompatibilityMode | undefined): boolean {
  return mode === undefined || mode.endsWith('_TRANSITIVE');
}
