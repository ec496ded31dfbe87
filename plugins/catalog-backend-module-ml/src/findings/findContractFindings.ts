import { Entity } from '@backstage/catalog-model';
import {
  EntityFinding,
  readEntityContracts,
} from '@understudy/plugin-ml-common';

/** Problems of one contract that are named. */
const SHOWN = 10;

/**
 * What is wrong with the contracts that an entity declares. It does not take
 * the entity away: the last contract that was right stays in force.
 */
export function findContractFindings(entity: Entity): EntityFinding[] {
  return readEntityContracts(entity).flatMap(({ path, problems }) =>
    problems.slice(0, SHOWN).map(({ pointer, message }) => ({
      id: 'contract-invalid',
      level: 'warning' as const,
      path,
      message: `The contract cannot be used, the last good one stays in force. ${pointer || 'The contract'}: ${message}.`,
    })),
  );
}
