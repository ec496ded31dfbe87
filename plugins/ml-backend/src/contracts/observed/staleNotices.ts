import { Finding } from '@understudy/contracts';
import { OutboxNotification } from '../../outbox/OutboxMessage';
import { refWords } from '../../policy/refWords';
import {
  Consumer,
  groupByOwner,
  isTold,
  listWords,
} from '../publish/contractNotices';
import { contractPage, CONTRACT_TOPIC } from '../publish/contractPage';

const SHOWN = 10;
const MAX_LENGTH = 1000;

/** Data that is not as its contract says. */
export interface StaleData {
  ref: string;
  contractId: string;
  version: string;
  owner?: string;
  findings: readonly Finding[];
  /** Those that cannot read the data any more. */
  broken: readonly Consumer[];
}

/**
 * Tells the owner of data that it is not as its contract says, and the owners of
 * those that it breaks what of theirs it is. One message for each owner.
 */
export function staleNotices(stale: StaleData): OutboxNotification[] {
  const { ref, contractId, version, owner, findings, broken } = stale;
  const name = refWords(ref);
  const common = {
    kind: 'notification' as const,
    link: contractPage(ref),
    topic: CONTRACT_TOPIC,
  };
  const said = findings
    .map(({ message }) => message)
    .slice(0, SHOWN)
    .join(' ');
  const messages: OutboxNotification[] = [...groupByOwner(broken)]
    .filter(([group]) => group !== owner)
    .map(([group, theirs]) => ({
      ...common,
      severity: 'high',
      recipients: [group],
      title: `What is written to ${name} breaks ${listWords(theirs)}`,
      description: said.slice(0, MAX_LENGTH),
      scope: `ml:contract:${contractId}:stale:${group}`,
    }));
  if (owner !== undefined) {
    const breaks = broken.length > 0 ? ` It breaks ${listWords(broken)}.` : '';
    messages.push({
      ...common,
      severity: broken.length > 0 ? 'high' : 'normal',
      recipients: [owner],
      title: `${name} is not written as its contract ${version} says`,
      description: `${said}${breaks}`.slice(0, MAX_LENGTH),
      scope: `ml:contract:${contractId}:stale:${owner}`,
    });
  }
  return messages.filter(({ recipients }) => isTold(recipients[0]));
}
