import { CompatibilityProfile } from '../contract/CompatibilityPolicy';
import { Contract } from '../contract/Contract';
import { Finding } from '../findings/Finding';
import { canRead } from '../reading/canRead';

/** @public */
export interface DiffOptions {
  /** Unless said, the one that the new contract names, else `default`. */
  profile?: CompatibilityProfile;
}

/**
 * Lists every change from one version of a contract to the next, harmless ones
 * as `info`. Each is judged in the directions that its port asks for: the
 * mode of the new contract, else backward for `in` ports and forward for `out`
 * ports. Use it to show a change; {@link checkCompatibility} decides about it.
 *
 * @public
 */
export function diffContracts(
  from: Contract,
  to: Contract,
  options: DiffOptions = {},
): Finding[] {
  return to.spec.ports.flatMap(port => {
    const old = from.spec.ports.find(({ name }) => name === port.name);
    return old ? canRead(port, old, options) : [];
  });
}
