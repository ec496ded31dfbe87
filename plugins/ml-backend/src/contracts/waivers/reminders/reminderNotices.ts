import { OutboxNotification } from '../../../outbox/OutboxMessage';
import { refWords } from '../../../policy/refWords';
import { isTold } from '../../publish/contractNotices';
import { StoredWaiver } from '../StoredWaiver';
import { dayWords, waiverNotice, whatWords } from '../waiverNotices';
import { FindingStanding } from './StandingFindings';

const LONGEST = 1000;
const LONGEST_REASON = 400;

/** A waiver that has to be told of, and to whom. */
export interface WaiverToTell {
  /** Entity ref of the provider. */
  ref: string;
  waiver: StoredWaiver;
  /** Entity ref of what is hit: the consumer, or else the provider. */
  hit: string;
  /** Entity refs: the owner that consented, and that of the provider. */
  recipients: readonly string[];
}

/** Tells of a waiver that will end. Nobody is told where nobody can be. */
export function endingNotices(told: WaiverToTell): OutboxNotification[] {
  const { ref, waiver, hit } = told;
  const { until, ruleId, reason } = waiver;
  return noticesOf(told, {
    severity: 'normal',
    title: `The waiver of ${whatWords(waiver)} of ${refWords(ref)} ends on ${dayWords(until)}`,
    description: `After that it counts as breaking ${refWords(hit)} again (${ruleId}). Mend it before, or ask for another waiver. It was accepted because: ${reason.slice(0, LONGEST_REASON)}`,
    scope: 'ending',
  });
}

/** Tells of a waiver that has ended, while what it was about still counts. */
export function endedNotices(
  told: WaiverToTell,
  standing: Exclude<FindingStanding, 'gone'>,
): OutboxNotification[] {
  const { ref, waiver, hit } = told;
  const { until, ruleId } = waiver;
  const effect =
    standing === 'stands'
      ? `It breaks ${refWords(hit)} again`
      : `It may break ${refWords(hit)} again: not all who use ${refWords(ref)} are known now`;
  return noticesOf(told, {
    severity: 'high',
    title: `The waiver of ${whatWords(waiver)} of ${refWords(ref)} has ended`,
    description: `${effect} (${ruleId}), since ${dayWords(until)}. Mend it, or ask for another waiver.`,
    scope: 'ended',
  });
}

function noticesOf(
  { ref, waiver, recipients }: WaiverToTell,
  said: Pick<
    OutboxNotification,
    'severity' | 'title' | 'description' | 'scope'
  >,
): OutboxNotification[] {
  const told = [...new Set(recipients)].filter(isTold);
  return told.map(recipient => ({
    ...waiverNotice(ref),
    severity: said.severity,
    title: said.title,
    description: said.description.slice(0, LONGEST),
    recipients: [recipient],
    scope: `ml:contract:waiver:${waiver.id}:${said.scope}:${recipient}`,
  }));
}
