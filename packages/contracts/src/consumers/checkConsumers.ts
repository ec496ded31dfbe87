import { Contract } from '../contract/Contract';
import { PolicyOptions } from '../policy/PolicyOptions';
import { checkConsumer, ConsumerReport } from './checkConsumer';

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
 * works only once on what they share.
 *
 * @returns One report for each consumer, in their order.
 *
 * @public
 */
export function checkConsumers(
  options: CheckConsumersOptions,
): ConsumerReport[] {
  const { consumers, ...shared } = options;
  return consumers.map(({ contract, basis }) =>
    checkConsumer({ ...shared, consumer: contract, basis }),
  );
}
