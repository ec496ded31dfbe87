import { Contract } from '../contract/Contract';
import { PolicyOptions } from '../policy/PolicyOptions';
import { ConsumerCheck } from './ConsumerCheck';
import { ConsumerReport } from './ConsumerReport';

/** @public */
export interface CheckConsumerOptions extends PolicyOptions {
  /** The version that the consumer would have to live with. */
  provider: Contract;
  consumer: Contract;
  /** `implied` for what {@link impliedConsumerContract} made; `declared` unless said. */
  basis?: 'declared' | 'implied';
}

/**
 * Judges a version of a provider by what one consumer expects of it: its
 * ports, then service levels, errors, protocol, terms and the range of versions.
 * What the consumer does not mention does not matter to it; errors count as all
 * that it handles where it lists any.
 *
 * @public
 */
export function checkConsumer(options: CheckConsumerOptions): ConsumerReport {
  const { provider, consumer, basis = 'declared', ...policy } = options;
  return new ConsumerCheck(provider, policy).check(consumer, basis);
}
