import { Classification } from './classifications';
import { ReadingRules } from '../reading/profiles';

/** What two contracts are compared by. */
export interface DiffContext {
  rules: ReadingRules;
  /** `YYYY-MM-DD` or longer; without it nothing is said about dates. */
  today?: string;
  /** Known uses of fields, as `<port> <path>`, and whether there are no others. */
  used: ReadonlySet<string>;
  allUsesKnown: boolean;
  /** Days between a deprecation and the removal that the new contract promises. */
  noticeDays: number;
  /** Removals that are known since an earlier version, as `removalKey` gives them. */
  announced: ReadonlySet<string>;
  /**
   * The old one lists only what a consumer relies on: what it does not mention
   * is not compared, and what is new does not matter.
   */
  partial: boolean;
  /** The consumer declared nothing: what it relies on is all of the version that it uses. */
  implied: boolean;
  /** Of a consumer: the highest classification that it is cleared for. */
  clearance?: Classification;
}
