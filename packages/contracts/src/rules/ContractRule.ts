import { VersionBump } from '../findings/Finding';

/**
 * What a rule says of a change in one direction: `ok`, a `warning` or an
 * `error`; `none` where the direction has no meaning for it; `depends` where
 * {@link ContractRule.condition} says what decides.
 *
 * @public
 */
export type RuleJudgement = 'ok' | 'warning' | 'error' | 'none' | 'depends';

/**
 * One kind of change, or of mismatch between two parties.
 *
 * @public
 */
export interface ContractRule {
  id: string;
  /**
   * `schema`: what one party can read of another; `meaning`: what readable
   * values stand for; `service`: levels, errors, protocol; `terms`: who may use
   * the data for what; `version`: numbers and dates; `form`: conventions, and
   * what the engine could not prove.
   */
  area: 'schema' | 'meaning' | 'service' | 'terms' | 'version' | 'form';
  /** A sentence with `{field}`, `{old}` and `{new}` in it. */
  message: string;
  /** The new one reads what the old one wrote. */
  backward: RuleJudgement;
  /** The old one reads what the new one writes. */
  forward: RuleJudgement;
  /** Decides the cells that depend, and names the exceptions of the others. */
  condition?: string;
  /** The least growth of the version where the change is not an error. */
  bump: VersionBump;
  /** What to do, for people. */
  remediation: string;
}
