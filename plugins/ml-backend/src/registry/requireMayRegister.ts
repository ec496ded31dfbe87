import { Entity } from '@backstage/catalog-model';
import { mlVersionRegisterPermission } from '@understudy/plugin-ml-common';
import {
  OwnerCheck,
  requireOwnerOrService,
} from '../models/requireOwnerOrService';

/** Throws NotAllowedError unless the caller may register versions of a model. */
export async function requireMayRegister(
  entity: Entity,
  check: OwnerCheck,
): Promise<void> {
  await requireOwnerOrService(
    entity,
    mlVersionRegisterPermission,
    ref => `Versions of '${ref}' are registered`,
    check,
  );
}
