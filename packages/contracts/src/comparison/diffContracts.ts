import { CompatibilityProfile } from '../contract/CompatibilityPolicy';
import { Contract } from '../contract/Contract';
import { createFinding } from '../findings/createFinding';
import { Finding } from '../findings/Finding';
import { limitFindings } from '../findings/limitFindings';
import { compareContracts } from './compareContracts';
import { createContext } from './createContext';
import { selectColumns } from './selectColumns';

/** @public */
export interface DiffOptions {
  /** Unless said, the one that the new contract names, else `default`. */
  profile?: CompatibilityProfile;
  /** As in {@link PolicyOptions.today}. */
  today?: string;
}

/**
 * Lists every change from one version of a contract to the next, harmless ones
 * as `info`. Each is judged in the directions that its port asks for: the
 * mode of the new contract, else backward for `in` ports and forward for `out`
 * ports. Use it to show a change; {@link checkCompatibility} decides about it.
 *
 * @returns Sorted findings, at most 1,000 and a `TRUNCATED`.
 *
 * @public
 */
export function diffContracts(
  from: Contract,
  to: Contract,
  options: DiffOptions = {},
): Finding[] {
  const mode = to.spec.compatibility?.mode;
  return limitFindings(
    compareContracts(from, to, createContext(to, options)).map(change =>
      createFinding(change, selectColumns(mode, change.portDirection)),
    ),
  );
}
