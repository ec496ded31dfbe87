import { Entity } from '@backstage/catalog-model';
import { mlContractPublishPermission } from '@understudy/plugin-ml-common';
import {
  OwnerCheck,
  requireOwnerOrService,
} from '../../models/requireOwnerOrService';

/** Throws NotAllowedError unless the caller may change the contract of an entity. */
export async function requireMayPublish(
  entity: Entity,
  check: OwnerCheck,
): Promise<void> {
  await requireOwnerOrService(
    entity,
    mlContractPublishPermission,
    ref => `The contract of '${ref}' is changed`,
    check,
  );
}
