import { Contract } from '../contract/Contract';
import { PolicyOptions } from '../policy/PolicyOptions';
import { ConsumerCheck } from './ConsumerCheck';
import { ConsumerReport } from './ConsumerReport';

/** @public */
export interface CheckConsumersOptions extends PolicyOptions {
  provider: Contract;
  consumers: readonly {
    contract: Contract;
    /** `declared` unless said. */
    basis?: 'declared' | 'implied';
  }[];
}

/**
 * Does what {@link checkConsumer} does for many consumers of one provider, and
 * compares only once what they expect in the same form.
 *
 * @returns One report for each consumer, in their order.
 *
 * @public
 */
export function checkConsumers(
  options: CheckConsumersOptions,
): ConsumerReport[] {
  const { provider, consumers, ...policy } = options;
  const check = new ConsumerCheck(provider, policy);
  return consumers.map(({ contract, basis = 'declared' }) =>
    check.check(contract, basis),
  );
}
