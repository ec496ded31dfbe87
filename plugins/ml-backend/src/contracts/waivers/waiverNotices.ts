import { ruleTitle } from '@understudy/contracts';
import { OutboxNotification } from '../../outbox/OutboxMessage';
import { refWords } from '../../policy/refWords';
import { isTold } from '../publish/contractNotices';
import { contractPage, CONTRACT_TOPIC } from '../publish/contractPage';
import { StoredWaiver } from './StoredWaiver';
import { WaiverVerb } from './waiverEvents';

const SHOWN = 5;
const WORDS = {
  granted: 'granted',
  refused: 'refused',
  revoked: 'taken back',
} as const;

/** One finding that somebody is asked to accept. */
export interface AskedWaiver {
  waiver: StoredWaiver;
  /** Entity ref of the consumer that is hit, where one is. */
  consumer?: string;
  /** Entity ref of who decides. */
  decider: string;
}

/** Tells each owner that has to decide, once, of all that it is asked to accept. */
export function askedNotices(
  ref: string,
  asked: readonly AskedWaiver[],
): { waiverId: string; message: OutboxNotification }[] {
  const byDecider = new Map<string, AskedWaiver[]>();
  for (const each of asked) {
    byDecider.set(each.decider, [...(byDecider.get(each.decider) ?? []), each]);
  }
  return [...byDecider]
    .filter(([decider]) => isTold(decider))
    .map(([decider, theirs]) => {
      const [{ waiver }] = theirs;
      const hit = [
        ...new Set(theirs.map(({ consumer }) => refWords(consumer ?? ref))),
      ];
      const names =
        hit.length > SHOWN
          ? `${hit.slice(0, SHOWN).join(', ')} and ${hit.length - SHOWN} more`
          : hit.join(', ');
      return {
        waiverId: waiver.id,
        message: {
          ...waiverNotice(ref),
          recipients: [decider],
          title: `A waiver of the contract ${refWords(ref)} waits for you`,
          description:
            `${waiver.askedBy} asks you to accept until ${dayWords(waiver.until)}, for ${names}: ${listed(theirs)}. ${waiver.reason}`.slice(
              0,
              1000,
            ),
          scope: `ml:contract:waiver:${waiver.id}:asked`,
        },
      };
    });
}

/** Tells whoever asked, and whoever granted it, what became of a waiver. */
export function decidedNotices(options: {
  ref: string;
  waiver: StoredWaiver;
  verb: Exclude<WaiverVerb, 'asked'>;
  by: string;
  reason?: string;
}): OutboxNotification[] {
  const { ref, waiver, verb, by, reason } = options;
  const recipients = [
    ...new Set(
      [waiver.askedBy, ...(waiver.decision ? [waiver.decision.by] : [])].filter(
        party => isTold(party) && party !== by,
      ),
    ),
  ];
  if (recipients.length === 0) {
    return [];
  }
  const why = reason === undefined ? '' : ` ${reason}`;
  return [
    {
      ...waiverNotice(ref),
      recipients,
      title: `The waiver of ${whatWords(waiver)} of ${refWords(ref)} was ${WORDS[verb]}`,
      description:
        `By ${by}${verb === 'granted' ? `, until ${dayWords(waiver.until)}` : ''}.${why}`.slice(
          0,
          1000,
        ),
      scope: `ml:contract:waiver:${waiver.id}:${verb}`,
    },
  ];
}

/** What all notifications about waivers of a contract have. */
export function waiverNotice(ref: string) {
  return {
    kind: 'notification' as const,
    link: `${contractPage(ref)}?view=waivers`,
    severity: 'normal' as const,
    topic: CONTRACT_TOPIC,
  };
}

function listed(asked: readonly AskedWaiver[]): string {
  const words = [...new Set(asked.map(({ waiver }) => whatWords(waiver)))];
  return words.length > SHOWN
    ? `${words.slice(0, SHOWN).join(', ')} and ${words.length - SHOWN} more`
    : words.join(', ');
}

/** What is waived in words: where, and by the title of its rule what. */
export function whatWords({ ruleId, port, path }: StoredWaiver): string {
  const title = ruleTitle(ruleId);
  const place = path || port;
  return place === '' ? `'${title}'` : `${place} ('${title}')`;
}

/** The day on which a waiver ends, in UTC. */
export function dayWords(until: string): string {
  return until.slice(0, 10);
}
