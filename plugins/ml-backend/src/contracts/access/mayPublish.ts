import { Entity } from '@backstage/catalog-model';
import { NotAllowedError } from '@backstage/errors';
import { OwnerCheck } from '../../models/requireOwnerOrService';
import { requireMayPublish } from './requireMayPublish';

/** Whether the caller may change the contract of an entity: what is offered is what is let through. */
export async function mayPublish(
  entity: Entity,
  check: OwnerCheck,
): Promise<boolean> {
  try {
    await requireMayPublish(entity, check);
    return true;
  } catch (error) {
    if (error instanceof NotAllowedError) {
      return false;
    }
    throw error;
  }
}
