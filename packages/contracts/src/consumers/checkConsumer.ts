import { Contract } from '../contract/Contract';
import { CompatibilityVerdict, Finding } from '../findings/Finding';
import { PolicyOptions } from '../policy/PolicyOptions';
import { canRead } from '../reading/canRead';

/** @public */
export interface CheckConsumerOptions extends PolicyOptions {
  /** The version that the consumer would have to live with. */
  provider: Contract;
  consumer: Contract;
  /** `implied` for what {@link impliedConsumerContract} made; `declared` unless said. */
  basis?: 'declared' | 'implied';
}

/**
 * What a version of a provider means for one consumer.
 *
 * @public
 */
export interface ConsumerReport {
  /** Entity ref. */
  consumer: string;
  verdict: CompatibilityVerdict;
  findings: Finding[];
  /** Who has to move first: consumers (`readers-first` on outputs), or the provider. */
  order: 'readers-first' | 'writers-first' | 'any' | 'none';
}

/**
 * Judges a version of a provider by what one consumer expects of it: its
 * ports, then service levels, errors, protocol and terms.
 *
 * @public
 */
export function checkConsumer(options: CheckConsumerOptions): ConsumerReport {
  const { provider, consumer, basis = 'declared' } = options;
  const findings = consumer.spec.ports.flatMap(port => {
    const offered = provider.spec.ports.find(({ name }) => name === port.name);
    if (!offered) {
      return [];
    }
    const found =
      port.direction === 'in'
        ? canRead(offered, port, options)
        : canRead(port, offered, options);
    return found.map(finding => ({
      ...finding,
      basis,
      consumer: consumer.spec.subject,
    }));
  });
  return {
    consumer: consumer.spec.subject,
    verdict: findings.length ? 'incompatible' : 'compatible',
    findings,
    order: 'any',
  };
}
