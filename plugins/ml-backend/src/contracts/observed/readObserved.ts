import { Entity } from '@backstage/catalog-model';
import { Contract, ContractFormatError, Finding } from '@understudy/contracts';
import { Observation } from './ObservationStore';
import { observedContract } from './observedContract';
import { unreadableSchema } from './unreadableSchema';

/**
 * What was observed as a contract, or why it cannot be one.
 *
 * @param port - the name of the port of the contract that there is.
 */
export function readObserved(
  entity: Entity,
  observation: Observation,
  port: string | undefined,
): { contract: Contract } | { findings: Finding[] } {
  const reason = whyUnreadable(observation);
  if (reason !== undefined) {
    return { findings: [unreadableSchema(observation, reason)] };
  }
  try {
    return { contract: observedContract(entity, observation, port) };
  } catch (error) {
    if (error instanceof ContractFormatError) {
      return { findings: [unreadableSchema(observation, error.message)] };
    }
    throw error;
  }
}

/** Why a facet cannot be taken for the whole schema; nothing where it can. */
function whyUnreadable({ facet }: Observation): string | undefined {
  const isMap = typeof facet === 'object' && facet !== null;
  if (isMap && Reflect.get(facet, '_truncated') === true) {
    return 'it is too large to be kept as a whole';
  }
  return isMap ? undefined : 'it is not there any more';
}
