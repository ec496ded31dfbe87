import { Knex } from 'knex';
import { VersionRow } from '../../registry/versionRows';
import { MlflowStage } from '../protocol/mlflowRequests';
import { StoredVersion } from './portalRows';

/** The other versions of a version's record that are in a stage of MLflow. */
export function othersOfStage(
  tx: Knex.Transaction,
  version: Pick<StoredVersion, 'id' | 'recordId'>,
  stage: MlflowStage,
) {
  return tx<VersionRow>('version')
    .where({ record_id: version.recordId, registry_stage: stage })
    .whereNot({ id: version.id });
}
