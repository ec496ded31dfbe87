import {
  CompatibilityProfile,
  RuleOverride,
} from '../contract/CompatibilityPolicy';
import { Waiver } from './Waiver';

/**
 * What a check is judged by, besides the contracts.
 *
 * @public
 */
export interface PolicyOptions {
  /** Unless said, the one that the provider's contract names, else `default`. */
  profile?: CompatibilityProfile;
  /** Added to the ones of the provider's contract; the last that fits a finding wins. */
  overrides?: readonly RuleOverride[];
  waivers?: readonly Waiver[];
  /** Name of the environment that is judged for; overrides of other environments do not count. */
  environment?: string;
  /**
   * The day of the judgement, as `YYYY-MM-DD` or an ISO 8601 time. The engine
   * asks no clock: without it no waiver counts and nothing is said about dates.
   */
  today?: string;
}
