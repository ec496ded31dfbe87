import { OutboxNotification } from '../outbox/OutboxMessage';
import { refWords } from '../policy/refWords';
import { PromotionRecord, targetWords } from './PromotionRecord';

const outcomeWords: Partial<Record<PromotionRecord['state'], string>> = {
  blocked: 'Blocked by a gate',
  rejected: 'Rejected',
  cancelled: 'Withdrawn',
  expired: 'Expired',
  superseded: 'Superseded',
  succeeded: 'Done',
  failed: 'Failed',
  aborted: 'Stopped by a rollback',
  rolled_back: 'Rolled back',
};

/** Tells those who may approve that it is their turn. */
export function approvalRequested(
  record: PromotionRecord,
): OutboxNotification[] {
  const notices = record.requirements.flatMap(r => r.notice ?? []);
  const description = [
    `${refWords(record.requestedBy)} asks for it.`,
    ...notices.map(notice => `${notice}.`),
  ].join(' ');
  return build(record, {
    recipients: record.requirements
      .filter(requirement => !requirement.satisfied)
      .flatMap(requirement => requirement.groups),
    title: `Please decide: ${words(record)}`,
    description,
    severity: 'normal',
    topicPart: 'approval',
  });
}

/** Tells the requester at once that nobody can approve. */
export function nobodyCanApprove(
  record: PromotionRecord,
): OutboxNotification[] {
  const notices = record.requirements.flatMap(requirement =>
    requirement.eligible === 'nobody' ? (requirement.notice ?? []) : [],
  );
  return notices.length === 0
    ? []
    : build(record, {
        recipients: [record.requestedBy, record.owner],
        title: `Nobody can approve: ${words(record)}`,
        description: notices.join(' '),
        severity: 'high',
        topicPart: 'nobody',
      });
}

/** Tells the requester and the owners how it went. */
export function outcome(
  record: PromotionRecord,
  detail: string | undefined,
): OutboxNotification[] {
  return build(record, {
    recipients: [record.requestedBy, record.owner],
    title: `${outcomeWords[record.state] ?? record.state}: ${words(record)}`,
    description: detail ?? record.waitingFor ?? record.reason ?? '',
    severity: record.state === 'succeeded' ? 'normal' : 'high',
    topicPart: 'outcome',
  });
}

/** Tells the requester and the owners that the registry cannot be reached. */
export function executionDelayed(
  record: PromotionRecord,
): OutboxNotification[] {
  return build(record, {
    recipients: [record.requestedBy, record.owner],
    title: `Waiting for the registry: ${words(record)}`,
    description: record.waitingFor ?? '',
    severity: 'high',
    topicPart: 'delay',
  });
}

/** Asks whoever rolled back for the reason that is overdue. */
export function reasonOverdue(record: PromotionRecord): OutboxNotification[] {
  return build(record, {
    recipients: [record.requestedBy, record.owner],
    title: `Please give the reason: ${words(record)}`,
    description: `${refWords(record.requestedBy)} rolled back without one a day ago.`,
    severity: 'normal',
    topicPart: 'reason',
  });
}

function words(record: PromotionRecord): string {
  const verb = record.kind === 'rollback' ? 'roll back to' : 'promote';
  return `${verb} ${refWords(record.model)} v${record.version} at ${targetWords(record.target)}`;
}

function build(
  record: PromotionRecord,
  options: {
    recipients: (string | undefined)[];
    title: string;
    description: string;
    severity: OutboxNotification['severity'];
    topicPart: string;
  },
): OutboxNotification[] {
  // Services and agents have no place in the portal where they could read it.
  const recipients = [...new Set(options.recipients)].filter(
    (ref): ref is string => ref !== undefined && /^(user|group):/.test(ref),
  );
  return recipients.length === 0
    ? []
    : [
        {
          kind: 'notification',
          recipients,
          title: options.title,
          description: options.description.slice(0, 1000),
          link: `/ml/promotions/${record.id}`,
          severity: options.severity,
          scope: `ml:promotion:${record.id}:${options.topicPart}`,
        },
      ];
}
