import { Entity } from '@backstage/catalog-model';
import { isModelEntity } from '@understudy/plugin-ml-common';
import { ownerOf } from '../../models/ModelAccess';

/** Who decides about a drift of a model: its owners and who is on call for it. */
export function driftDeciders(model: Entity): string[] {
  const onCall = isModelEntity(model)
    ? model.spec.escalation?.group
    : undefined;
  return [...new Set([ownerOf(model), onCall])].filter(
    (ref): ref is string => ref !== undefined,
  );
}
