import { OutboxNotification } from '../../outbox/OutboxMessage';
import { refWords } from '../../policy/refWords';
import { KnownConsumer } from '../consumers/KnownConsumer';
import { isTold } from '../publish/contractNotices';
import { contractPage, CONTRACT_TOPIC } from '../publish/contractPage';
import { StoredDeprecation } from './DeprecationStore';

const SHOWN = 10;

/** Tells the owners of those in production once, each of all that is theirs. */
export function deprecationNotices(
  ref: string,
  stored: StoredDeprecation,
  users: readonly KnownConsumer[],
): OutboxNotification[] {
  const byOwner = new Map<string, string[]>();
  for (const { consumer, owner, use } of users) {
    if (owner !== undefined && use !== 'training' && isTold(owner)) {
      byOwner.set(owner, [...(byOwner.get(owner) ?? []), refWords(consumer)]);
    }
  }
  const { deprecation, field, version } = stored;
  const what = field
    ? `${field.path} of ${refWords(ref)}`
    : `${refWords(ref)} ${version}`;
  const instead = deprecation.replacement
    ? ` Use ${deprecation.replacement} instead.`
    : '';
  return [...byOwner].map(([owner, theirs]) => ({
    kind: 'notification',
    recipients: [owner],
    title: `${what} may be removed after ${deprecation.removeAfter}`,
    description:
      `${deprecation.reason.slice(0, 400)}.${instead} You use it in ${theirs.slice(0, SHOWN).join(', ')}.`.slice(
        0,
        1000,
      ),
    link: contractPage(ref),
    severity: 'normal',
    topic: CONTRACT_TOPIC,
    scope: `ml:contract:deprecated:${stored.id}:${owner}`,
  }));
}
