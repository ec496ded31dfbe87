import { Entity, parseEntityRef } from '@backstage/catalog-model';
import { OutboxNotification } from '../../outbox/OutboxMessage';
import { refWords } from '../../policy/refWords';
import { targetWords } from '../../promotion/PromotionRecord';
import { driftDeciders } from './driftDeciders';
import { StoredDrift } from './StoredDrift';

/** Tells the owners of a model, and who is on call for it, of a drift. */
export function driftNotification(
  drift: StoredDrift,
  model: Entity,
): OutboxNotification[] {
  const recipients = driftDeciders(model);
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
