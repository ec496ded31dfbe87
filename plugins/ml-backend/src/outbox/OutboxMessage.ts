/** Something that has to be told or done because of an event. */
export type OutboxMessage =
  | {
      kind: 'notification';
      recipients: string[];
      title: string;
      description: string;
      link: string;
      severity: 'low' | 'normal' | 'high' | 'critical';
      /** A later message with the same scope replaces this one. */
      scope: string;
      /** Of the notification; that of promotions unless said. */
      topic?: string;
    }
  | {
      /** An event of the platform about a contract: only ids. */
      kind: 'contract-event';
      /** Entity ref of what the contract is about. */
      subject: string;
      contractVersionId?: string;
      waiverId?: string;
      eventType: string;
    }
  | {
      /** Signals and events: only ids, everybody hears them. */
      kind: 'announcement';
      promotionId: string;
      model: string;
      eventType: string;
      /** False where another event of the same change sends the signal. */
      signal?: boolean;
    }
  | {
      /** Looks whether the registry's alias is where the portal says. */
      kind: 'alias-check';
      /** The promotion that was stopped while it moved the alias. */
      promotionId: string;
    }
  | {
      /** Asks for the reason of a rollback, if it is still missing then. */
      kind: 'reason-reminder';
      promotionId: string;
    }
  | {
      /** Fetches what tracking servers know of the run of a version. */
      kind: 'version-evidence';
      versionId: string;
    }
  | {
      /** Has registries read again: something was decided about records. */
      kind: 'registry-read';
      /** Ids of the servers. */
      servers: string[];
    }
  | {
      /** Signals and events of a drift of an alias: only ids. */
      kind: 'drift-announcement';
      driftId: string;
      model: string;
      eventType: string;
    }
  | {
      /** Puts an alias back to what was decided. */
      kind: 'alias-revert';
      driftId: string;
    };

/** A message that is shown to people. */
export type OutboxNotification = Extract<
  OutboxMessage,
  { kind: 'notification' }
>;

/** A message that is put into the outbox. */
export interface NewMessage {
  message: OutboxMessage;
  delaySeconds?: number;
}

/** A message that was taken out of the outbox to be delivered. */
export interface LeasedMessage {
  id: string;
  eventId: string;
  attempts: number;
  message: OutboxMessage;
}
