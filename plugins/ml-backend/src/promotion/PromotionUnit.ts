import {
  LedgerEvent,
  nextPromotionState,
  PromotionEffect,
  PromotionEvent,
  PromotionFacts,
} from '@understudy/plugin-ml-common';
import { Knex } from 'knex';
import { DatabaseLedger, NewLedgerEvent } from '../ledger/DatabaseLedger';
import { DatabaseOutbox } from '../outbox/DatabaseOutbox';
import { NewMessage, OutboxMessage } from '../outbox/OutboxMessage';
import { Actor } from './Actor';
import { illegalEvent, staleRevision } from './conflicts';
import {
  approvalRequested,
  nobodyCanApprove,
  outcome,
} from './promotionNotifications';
import { PromotionRecord, versionRefOf } from './PromotionRecord';
import { PromotionStore } from './PromotionStore';

/** What is told about a change, beyond the states before and after. */
export interface ChangeDetail {
  /** Verb of the ledger event; left out, the change is not in the ledger. */
  verb?: string;
  after?: Record<string, unknown>;
  reason?: string;
  evidence?: Record<string, unknown>[];
  /** One sentence for the notification. */
  words?: string;
  /** What was changed, when it is not the promotion itself. */
  object?: { kind: string; ref: string; subject: string };
}

interface PendingEvent {
  promotionId: string;
  model: string;
  event: NewLedgerEvent;
  messages: NewMessage[];
}

/**
 * Changes promotions in one transaction, together with the ledger events and
 * the messages that follow from them. The only place that writes promotions.
 */
export class PromotionUnit {
  readonly trx: Knex.Transaction;
  readonly at: string;
  readonly #store: PromotionStore;
  readonly #ledger: DatabaseLedger;
  readonly #outbox: DatabaseOutbox;
  readonly #actor: Actor;
  readonly #pending: PendingEvent[] = [];

  /** Runs a change and commits it, or nothing of it when it throws. */
  static async run<T>(
    options: {
      store: PromotionStore;
      ledger: DatabaseLedger;
      outbox: DatabaseOutbox;
      actor: Actor;
      now: Date;
    },
    fn: (unit: PromotionUnit) => Promise<T>,
  ): Promise<{ result: T; events: LedgerEvent[] }> {
    return await options.store.transaction(async trx => {
      const unit = new PromotionUnit(trx, options);
      const result = await fn(unit);
      return { result, events: await unit.#flush() };
    });
  }

  private constructor(
    trx: Knex.Transaction,
    options: {
      store: PromotionStore;
      ledger: DatabaseLedger;
      outbox: DatabaseOutbox;
      actor: Actor;
      now: Date;
    },
  ) {
    this.trx = trx;
    this.at = options.now.toISOString();
    this.#store = options.store;
    this.#ledger = options.ledger;
    this.#outbox = options.outbox;
    this.#actor = options.actor;
  }

  /** Stores a new promotion. */
  async create(record: PromotionRecord, detail: ChangeDetail): Promise<void> {
    await this.#store.insert(this.trx, record);
    this.log(record, { verb: 'promotion.created', ...detail });
  }

  /**
   * Takes a promotion through one transition of its life cycle.
   *
   * @throws ConflictError when the transition does not exist, its guard
   *   fails, or the promotion was changed since it was read.
   */
  async transition(
    before: PromotionRecord,
    event: PromotionEvent,
    facts: PromotionFacts,
    change: {
      patch?: Partial<PromotionRecord>;
      detail?: ChangeDetail;
      /** Ids of the approvals that no longer count, and why. */
      stale?: { ids: string[]; cause: string };
      /** Messages beside those that follow from the transition. */
      messages?: NewMessage[];
    } = {},
  ): Promise<{ record: PromotionRecord; effects: PromotionEffect[] }> {
    const next = nextPromotionState(before.state, event, facts);
    if (!next.legal) {
      throw illegalEvent(before, event, next.allowed);
    }
    const moved = next.state !== before.state;
    const record = await this.write(before, {
      ...change.patch,
      state: next.state,
      stateSince: moved ? this.at : before.stateSince,
    });
    if (next.effects.includes('stale-approvals') && change.stale) {
      await this.#store.markStale(this.trx, change.stale.ids, {
        at: this.at,
        cause: change.stale.cause,
      });
    }
    if (change.detail?.verb) {
      this.log(record, change.detail, before, [
        ...messagesFor(next.effects, record, change.detail),
        ...(change.messages ?? []),
      ]);
    }
    return { record, effects: next.effects };
  }

  /** Writes a change that is not a transition, with a new revision. */
  async write(
    before: PromotionRecord,
    patch: Partial<PromotionRecord>,
  ): Promise<PromotionRecord> {
    const record = { ...before, ...patch, revision: before.revision + 1 };
    const written = await this.#store.update(this.trx, record, before, {
      releaseLease: record.fencingToken !== before.fencingToken,
    });
    if (!written) {
      throw staleRevision(
        (await this.#store.find(before.id, this.trx)) ?? before,
      );
    }
    return record;
  }

  /** Notes an event of a promotion; it is appended when the unit commits. */
  log(
    record: PromotionRecord,
    detail: ChangeDetail,
    before?: PromotionRecord,
    messages: NewMessage[] = [],
  ): void {
    const verb = detail.verb ?? 'promotion.changed';
    this.#pending.push({
      promotionId: record.id,
      model: record.model,
      event: {
        type: `dev.understudy.${verb}`,
        source: `/api/ml/promotions/${record.id}`,
        subject: detail.object?.subject ?? versionRefOf(record),
        subjectId: record.subjectId,
        data: {
          actor: this.#actor,
          action: verb,
          object: detail.object
            ? { kind: detail.object.kind, ref: detail.object.ref }
            : {
                kind: 'Promotion',
                ref: record.id,
                revision: record.revision,
              },
          ...(before ? { before: { state: before.state } } : {}),
          after: detail.object
            ? { ...detail.after }
            : { state: record.state, ...detail.after },
          ...(detail.reason ? { reason: detail.reason } : {}),
          policyDigest: record.policy.digest,
          ...(detail.evidence ? { evidence: detail.evidence } : {}),
          correlationId: record.id,
        },
      },
      messages,
    });
  }

  async #flush(): Promise<LedgerEvent[]> {
    const events = await this.#ledger.append(
      this.trx,
      this.#pending.map(pending => pending.event),
    );
    // Whoever looks at a promotion reads it again once, not for each event.
    const last = new Map(
      this.#pending.map(({ promotionId }, index) => [promotionId, index]),
    );
    await this.#outbox.add(
      this.trx,
      this.#pending.flatMap(({ promotionId, model, messages }, index) => {
        const { id: eventId, type: eventType } = events[index];
        const announcement: OutboxMessage = {
          kind: 'announcement',
          promotionId,
          model,
          eventType,
          ...(last.get(promotionId) === index ? {} : { signal: false }),
        };
        return [{ message: announcement }, ...messages].map(message => ({
          ...message,
          eventId,
        }));
      }),
    );
    return events;
  }
}

function messagesFor(
  effects: PromotionEffect[],
  record: PromotionRecord,
  detail: ChangeDetail,
): { message: OutboxMessage }[] {
  return effects
    .flatMap(effect => {
      switch (effect) {
        case 'notify-approvers':
          return [...approvalRequested(record), ...nobodyCanApprove(record)];
        case 'notify-outcome':
          return outcome(record, detail.words ?? detail.reason);
        default:
          return [];
      }
    })
    .map(message => ({ message }));
}
