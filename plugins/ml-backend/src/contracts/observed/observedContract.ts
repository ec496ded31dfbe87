import { Entity, stringifyEntityRef } from '@backstage/catalog-model';
import { Contract, importOpenLineageSchema } from '@understudy/contracts';
import { ownerOf } from '../../models/ModelAccess';
import { Observation } from './ObservationStore';

/**
 * What an observed schema comes to as a contract, without a number of its own.
 *
 * @param portName - of the contract that there is already.
 * @throws ContractFormatError for what is no schema.
 */
export function observedContract(
  entity: Entity,
  observed: Observation,
  portName?: string,
): Contract {
  const { port } = importOpenLineageSchema(observed.facet, { name: portName });
  const owner = ownerOf(entity);
  return {
    apiVersion: 'understudy.dev/v1alpha1',
    kind: 'InterfaceContract',
    metadata: {
      name: entity.metadata.name,
      version: '1.0.0',
      status: 'active',
      ...(owner !== undefined && { owner }),
    },
    spec: {
      subject: stringifyEntityRef(entity),
      role: 'provider',
      ports: [port],
      compatibility: { profile: 'sql' },
    },
  };
}
