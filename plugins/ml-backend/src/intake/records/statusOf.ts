import { IntakeStatus, ModelEntity } from '@understudy/plugin-ml-common';
import { ownerOf } from '../../models/ModelAccess';
import { IntakeDecisionRow } from '../decisions/decisionRows';
import { RegistryRecordRow } from '../../registry/sync/recordRows';

/**
 * How a record stands. What a Model declares goes before the decision to
 * ignore it.
 */
export function statusOf(
  row: Pick<RegistryRecordRow, 'bound_by'>,
  known: {
    decision: Pick<IntakeDecisionRow, 'action'> | undefined;
    /** The Model, where the catalog has it. */
    entity: ModelEntity | undefined;
  },
): IntakeStatus {
  const { decision, entity } = known;
  if (decision?.action === 'ignore' && row.bound_by !== 'declared') {
    return 'ignored';
  }
  if (!entity) {
    return 'no-model';
  }
  return ownerOf(entity) ? 'settled' : 'no-owner';
}
