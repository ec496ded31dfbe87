import { OutboxNotification } from '../../outbox/OutboxMessage';
import { refWords } from '../../policy/refWords';
import { JudgedContract } from '../check/ContractChecker';
import { contractPage, CONTRACT_TOPIC } from './contractPage';

const SHOWN = 10;

/** A consumer with what was found of it. */
export type Consumer = JudgedContract['consumers'][number];

/** A version that breaks somebody, after the fact. */
export interface Violation {
  ref: string;
  contractId: string;
  version: string;
  owner?: string;
  /** Those that it breaks. */
  broken: readonly Consumer[];
}

/**
 * Tells the owners of those that broke what of theirs it is, and the owner of
 * what broke them whom to talk to. One message for each owner.
 */
export function violationNotices(violation: Violation): OutboxNotification[] {
  const { ref, contractId, version, owner, broken } = violation;
  const byOwner = groupByOwner(broken);
  const name = `${refWords(ref)} ${version}`;
  const common = {
    kind: 'notification' as const,
    link: contractPage(ref),
    severity: 'high' as const,
    topic: CONTRACT_TOPIC,
  };
  const messages: OutboxNotification[] = [...byOwner]
    .filter(([group]) => group !== owner)
    .map(([group, theirs]) => ({
      ...common,
      recipients: [group],
      title: `The contract ${name} breaks ${listWords(theirs)}`,
      description: theirs
        .flatMap(({ findings }) => findings)
        .filter(({ severity, waiver }) => severity === 'error' && !waiver)
        .slice(0, SHOWN)
        .map(({ message, remediation }) => `${message} ${remediation}`)
        .join(' ')
        .slice(0, 1000),
      scope: `ml:contract:${contractId}:violated:${group}`,
    }));
  if (owner !== undefined) {
    messages.push({
      ...common,
      recipients: [owner],
      title: `The contract ${name} breaks ${listWords(broken)}`,
      description:
        `Talk to ${[...byOwner.keys()].slice(0, SHOWN).map(refWords).join(', ') || 'those who run them'}, or go back to what was promised.`.slice(
          0,
          1000,
        ),
      scope: `ml:contract:${contractId}:violated:${owner}`,
    });
  }
  return messages.filter(({ recipients }) => isTold(recipients[0]));
}

/** Consumers by their owners; those that nobody owns are left out. */
export function groupByOwner(
  consumers: readonly Consumer[],
): Map<string, Consumer[]> {
  const byOwner = new Map<string, Consumer[]>();
  for (const consumer of consumers) {
    if (consumer.owner !== undefined) {
      byOwner.set(consumer.owner, [
        ...(byOwner.get(consumer.owner) ?? []),
        consumer,
      ]);
    }
  }
  return byOwner;
}

/** Services have no place in the portal where they could read it. */
export function isTold(ref: string): boolean {
  return /^(user|group):/.test(ref);
}

/**
 * Those that a new version breaks. Who takes only versions before it, of which
 * one is still served, stays with that one.
 */
export function brokenBy(
  judged: JudgedContract,
  staysWithOlder: (consumer: Consumer) => boolean,
): Consumer[] {
  return judged.consumers.filter(
    consumer =>
      consumer.verdict === 'incompatible' && !staysWithOlder(consumer),
  );
}

/** Some consumers in words, the first of them by name. */
export function listWords(consumers: readonly { consumer: string }[]): string {
  const names = consumers.map(({ consumer }) => refWords(consumer));
  return names.length > 3
    ? `${names.slice(0, 2).join(', ')} and ${names.length - 2} more`
    : names.join(', ');
}
