import { NotificationSendOptions } from '@backstage/plugin-notifications-node';
import {
  LineageImpact,
  LineageImpactItem,
} from '@understudy/plugin-lineage-common';
import { impactLimits } from './impactLimits';
import { keyOf, Notice } from './NoticeStore';

const NAMED_ITEMS = 5;
const MOST_CHARACTERS = 200;

/** What the sender says. */
export interface NoticeText extends Notice {
  /** Whose connections were followed, where the sender has chosen. */
  environment?: string;
  message?: string;
}

/** What to tell whom. */
export interface WrittenNotices {
  notices: NotificationSendOptions[];
  /** There are more owners than are told at once. */
  left: boolean;
}

/**
 * Writes one notification per owner, those first of whom most is touched. Each
 * names what of theirs is touched, as far as the sender may see it.
 */
export function writeNotices(
  impact: LineageImpact,
  notice: NoticeText,
): WrittenNotices {
  const { items } = impact;
  const owners = impact.owners.flatMap(({ owner }) => owner ?? []);
  // Whatever else owns things has no place in the portal where it could read it.
  const readers = owners.filter(owner => /^(user|group):/i.test(owner));
  const notices = readers.slice(0, impactLimits.owners).map(owner =>
    writeNotice(
      owner,
      items.filter(item => item.owner === owner),
      notice,
    ),
  );
  return { notices, left: readers.length > impactLimits.owners };
}

function writeNotice(
  owner: string,
  items: LineageImpactItem[],
  { sentBy, root, environment, message }: NoticeText,
): NotificationSendOptions {
  const named = items.slice(0, NAMED_ITEMS).map(({ title, id }) => title ?? id);
  const more = items.length - named.length;
  const things = items.length === 1 ? 'one thing' : `${items.length} things`;
  return {
    recipients: {
      type: 'entity',
      entityRef: owner,
      excludeEntityRef: sentBy,
    },
    payload: {
      title: shorten(`A change of ${root} touches ${things} you own`),
      description: [
        ...(message ? [message] : []),
        `Touched: ${named.map(shorten).join(', ')}${more > 0 ? ` and ${more} more` : ''}.`,
        `Sent by ${sentBy}.`,
      ].join('\n'),
      link: `/lineage?${new URLSearchParams({
        root,
        ...(environment !== undefined && { environment }),
      })}`,
      severity: 'normal',
      topic: 'lineage.impact',
      // Telling again replaces what was told before.
      scope: `lineage:impact:${keyOf(`${sentBy} ${root}`)}`,
    },
  };
}

function shorten(text: string): string {
  return text.length > MOST_CHARACTERS
    ? `${text.slice(0, MOST_CHARACTERS)}...`
    : text;
}
