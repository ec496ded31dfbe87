import { Entity, stringifyEntityRef } from '@backstage/catalog-model';
import { Contract, importOpenLineageSchema } from '@understudy/contracts';
import { ownerOf } from '../../models/ModelAccess';
import { derivedContract } from '../sources/derivedContract';
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
  return derivedContract({
    name: entity.metadata.name,
    owner: ownerOf(entity),
    subject: stringifyEntityRef(entity),
    ports: [port],
    profile: 'sql',
  });
}
