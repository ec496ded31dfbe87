import { Contract } from '../contract/Contract';

/**
 * Makes the contract of a consumer that declared none: all that the version it
 * is pinned to gives and takes, without the outputs that it is proven not to use.
 * What that version promises of its service is left out: a promise is no need.
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
        const keys = new Set(port.key);
        const unused = new Set(
          unusedFields
            .filter(entry => entry.port === port.name && !keys.has(entry.field))
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
      ...(provider.spec.errors && { errors: provider.spec.errors }),
      ...(provider.spec.protocol && { protocol: provider.spec.protocol }),
    },
  };
}
