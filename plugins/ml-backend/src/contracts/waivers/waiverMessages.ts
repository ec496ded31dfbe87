import { LedgerEvent } from '@understudy/plugin-ml-common';
import { NewMessage, OutboxNotification } from '../../outbox/OutboxMessage';
import { StoredWaiver } from './StoredWaiver';
import { AskedWaiver, askedNotices, decidedNotices } from './waiverNotices';

type EventMessage = NewMessage & { eventId: string };

/** What is told of asks: each to the platform, and to each owner once what it has to decide. */
export function askedMessages(
  ref: string,
  asks: readonly AskedWaiver[],
  events: readonly LedgerEvent[],
): EventMessage[] {
  const eventIds = new Map(
    asks.map(({ waiver }, index) => [waiver.id, events[index].id]),
  );
  return [
    ...asks.map(({ waiver }, index) =>
      announcement(ref, waiver, events[index]),
    ),
    ...askedNotices(ref, asks).map(({ waiverId, message }) => ({
      eventId: eventIds.get(waiverId) ?? events[0].id,
      message,
    })),
  ];
}

/** What is told of a waiver that was decided about or taken back. */
export function decidedMessages(
  decided: Parameters<typeof decidedNotices>[0],
  event: LedgerEvent,
): EventMessage[] {
  const { ref, waiver } = decided;
  return tellingMessages(ref, waiver, decidedNotices(decided), event);
}

/** Something that happened to a waiver: to the platform, and what people are told of it. */
export function tellingMessages(
  ref: string,
  waiver: StoredWaiver,
  notices: readonly OutboxNotification[],
  event: LedgerEvent,
): EventMessage[] {
  return [
    announcement(ref, waiver, event),
    ...notices.map(message => ({ eventId: event.id, message })),
  ];
}

function announcement(
  subject: string,
  waiver: StoredWaiver,
  { id, type }: LedgerEvent,
): EventMessage {
  return {
    eventId: id,
    message: {
      kind: 'contract-event',
      subject,
      waiverId: waiver.id,
      eventType: type,
    },
  };
}
