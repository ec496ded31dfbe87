import { Entity, parseEntityRef } from '@backstage/catalog-model';
import { isModelEntity } from '@understudy/plugin-ml-common';
import { ownerOf } from '../../models/ModelAccess';
import { OutboxNotification } from '../../outbox/OutboxMessage';
import { refWords } from '../../policy/refWords';
import { targetWords } from '../../promotion/PromotionRecord';
import { StoredDrift } from './StoredDrift';

/** Tells the owners of a model, and who is on call for it, of a drift. */
export function driftNotification(
  drift: StoredDrift,
  model: Entity,
): OutboxNotification[] {
  const onCall = isModelEntity(model)
    ? model.spec.escalation?.group
    : undefined;
  const recipients = [...new Set([ownerOf(model), onCall])].filter(
    (ref): ref is string => ref !== undefined,
  );
  if (recipients.length === 0) {
    return [];
  }
  const { namespace, name } = parseEntityRef(drift.model);
  return [
    {
      kind: 'notification',
      recipients,
      title: `'${drift.alias}' of ${refWords(drift.model)} was moved in the registry`,
      description: driftWords(drift),
      link: `/catalog/${namespace}/model/${name}`,
      severity: 'high',
      scope: `ml:drift:${drift.id}`,
    },
  ];
}

/** What is found and what was decided, in one sentence. */
export function driftWords({
  alias,
  server,
  place,
  decided,
  found,
}: StoredDrift): string {
  const where = found ? `points at version ${found.label}` : 'was taken off';
  const wanted = decided ? `version ${decided.label}` : 'nothing';
  return `'${alias}' in '${server}' ${where}; for ${targetWords(place.target)} the portal decided ${wanted}`;
}
