import { Contract } from '../contract/Contract';

/**
 * Makes the contract of a consumer that declared none: all that the version it
 * is pinned to gives and takes, without the outputs that it is proven not to use.
 *
 * @public
 */
export function impliedConsumerContract(options: {
  /** The version that the consumer is pinned to. */
  provider: Contract;
  /** Entity ref. */
  consumer: string;
  /** Top-level fields of `out` ports that lineage proves to be unused. */
  unusedFields?: readonly { port: string; field: string }[];
}): Contract {
  const { provider, consumer, unusedFields = [] } = options;
  return {
    apiVersion: 'understudy.dev/v1alpha1',
    kind: 'InterfaceContract',
    metadata: {
      name: `${provider.metadata.name}-implied`,
      version: provider.metadata.version,
      status: 'active',
    },
    spec: {
      subject: consumer,
      role: 'consumer',
      provider: {
        subject: provider.spec.subject,
        range: `^${provider.metadata.version}`,
      },
      ports: provider.spec.ports.map(port => {
        if (port.direction === 'in' || port.schema.kind !== 'object') {
          return port;
        }
        const unused = new Set(
          unusedFields
            .filter(entry => entry.port === port.name)
            .map(({ field }) => field),
        );
        return {
          ...port,
          schema: {
            ...port.schema,
            fields: port.schema.fields.filter(
              ({ name }) => !unused.has(String(name)),
            ),
          },
        };
      }),
    },
  };
}
