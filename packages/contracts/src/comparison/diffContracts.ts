import { CompatibilityMode } from '../contract/CompatibilityPolicy';
import { Contract } from '../contract/Contract';
import { createFinding } from '../findings/createFinding';
import { Finding } from '../findings/Finding';
import { limitFindings } from '../findings/limitFindings';
import { applyPolicy } from '../policy/applyPolicy';
import { PolicyOptions } from '../policy/PolicyOptions';
import { compareContracts } from './compareContracts';
import { createContext } from './createContext';
import { selectColumns } from './selectColumns';

/** @public */
export interface DiffOptions extends Omit<PolicyOptions, 'waivers'> {
  /** Of all ports; unless said, the one of the new contract, else that of each port's direction. */
  mode?: CompatibilityMode;
}

/**
 * Lists every change from one version of a contract to the next, harmless ones
 * as `info`. Each is judged as {@link checkCompatibility} would: in the
 * directions that its port asks for, and by the overrides of the new contract.
 * Use it to show a change; {@link checkCompatibility} decides about it.
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
  const { compatibility, subject } = to.spec;
  const mode = options.mode ?? compatibility?.mode;
  const findings = compareContracts(from, to, createContext(to, options)).map(
    change => createFinding(change, selectColumns(mode, change.portDirection)),
  );
  return limitFindings(
    applyPolicy(findings, {
      overrides: [
        ...(compatibility?.overrides ?? []),
        ...(options.overrides ?? []),
      ],
      waivers: [],
      provider: subject,
      environment: options.environment,
      today: options.today,
    }),
  );
}
