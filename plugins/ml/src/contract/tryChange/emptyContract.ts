import { parseEntityRef } from '@backstage/catalog-model';
import { Contract, Port } from '@understudy/contracts';

/** What a first contract begins as: the usual ports of the kind, without fields. */
export function emptyContract(subject: string, owner?: string): Contract {
  const { kind, name } = parseEntityRef(subject);
  const isModel = kind.toLocaleLowerCase('en-US') === 'model';
  return {
    apiVersion: 'understudy.dev/v1alpha1',
    kind: 'InterfaceContract',
    metadata: {
      name,
      version: '1.0.0',
      status: 'active',
      ...(owner && { owner }),
    },
    spec: {
      subject,
      role: 'provider',
      ports: isModel
        ? [emptyPort('inputs', 'in'), emptyPort('outputs', 'out')]
        : [emptyPort('rows', 'out')],
    },
  };
}

function emptyPort(name: string, direction: Port['direction']): Port {
  return {
    name,
    direction,
    schema: { kind: 'object', fields: [], unknown: 'ignore' },
  };
}
