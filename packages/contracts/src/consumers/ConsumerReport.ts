import { CompatibilityVerdict, Finding } from '../findings/Finding';

/**
 * What a version of a provider means for one consumer.
 *
 * @public
 */
export interface ConsumerReport {
  /** Entity ref. */
  consumer: string;
  verdict: CompatibilityVerdict;
  /** Sorted; pointers into the provider's contract, or into the consumer's where they say `old`. */
  findings: Finding[];
  /** Who has to move first, in the words of reading. */
  order: 'readers-first' | 'writers-first' | 'any' | 'none';
  /**
   * The same in the words of a rollout: a consumer that breaks moves before its
   * provider, unless neither reaches the other then.
   */
  first: 'consumers' | 'any' | 'none';
}
