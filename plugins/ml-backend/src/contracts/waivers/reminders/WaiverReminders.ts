import { LoggerService } from '@backstage/backend-plugin-api';
import { Entity } from '@backstage/catalog-model';
import { stringifyError } from '@backstage/errors';
import { Knex } from 'knex';
import { DatabaseLedger } from '../../../ledger/DatabaseLedger';
import { ModelAccess, ownerOf } from '../../../models/ModelAccess';
import { DatabaseOutbox } from '../../../outbox/DatabaseOutbox';
import { OutboxNotification } from '../../../outbox/OutboxMessage';
import { systemActor } from '../../../promotion/Actor';
import { Subject, SubjectStore } from '../../../subjects/SubjectStore';
import { StoredWaiver, waiverState } from '../StoredWaiver';
import { waiverEvent } from '../waiverEvents';
import { waiverKey } from '../waiverKey';
import { tellingMessages } from '../waiverMessages';
import { WaiverStore } from '../WaiverStore';
import { endedNotices, endingNotices, WaiverToTell } from './reminderNotices';
import { ReadStanding, StandingFindings } from './StandingFindings';
import { WaiverReminder, WaiverReminderStore } from './WaiverReminderStore';

/** Reminders that are looked at in one turn; the next turn takes the rest. */
const PER_TURN = 100;
const POSTPONED_MS = 60 * 60 * 1000;

/** A waiver with what it hits, as far as that is still in the catalog. */
interface FoundWaiver extends WaiverToTell {
  entity: Entity;
  consumer?: string;
  approvedBy: string;
}

/**
 * Tells those who consented, and the owner of the provider, that a waiver ends
 * or has ended. Each is told once: the mark, the entry of the ledger and the
 * messages are written in one transaction.
 */
export class WaiverReminders {
  readonly #findings: StandingFindings;
  readonly #knex: Knex;
  readonly #ledger: DatabaseLedger;
  readonly #logger: LoggerService;
  readonly #models: ModelAccess;
  readonly #now: () => Date;
  readonly #outbox: DatabaseOutbox;
  readonly #reminders: WaiverReminderStore;
  readonly #subjects: SubjectStore;
  readonly #waivers: WaiverStore;
  readonly #wake: () => void;

  constructor(options: {
    findings: StandingFindings;
    knex: Knex;
    ledger: DatabaseLedger;
    logger: LoggerService;
    models: ModelAccess;
    outbox: DatabaseOutbox;
    reminders: WaiverReminderStore;
    subjects: SubjectStore;
    waivers: WaiverStore;
    /** Called after a commit that leaves a message in the outbox. */
    wake: () => void;
    now?: () => Date;
  }) {
    this.#findings = options.findings;
    this.#knex = options.knex;
    this.#ledger = options.ledger;
    this.#logger = options.logger;
    this.#models = options.models;
    this.#now = options.now ?? (() => new Date());
    this.#outbox = options.outbox;
    this.#reminders = options.reminders;
    this.#subjects = options.subjects;
    this.#waivers = options.waivers;
    this.#wake = options.wake;
  }

  /** Tells what is due now, up to a bound. What fails is tried again in an hour. */
  async run({ signal }: { signal: AbortSignal }): Promise<void> {
    const now = this.#now();
    const due = await this.#reminders.listDue(now.toISOString(), PER_TURN);
    if (due.length === 0) {
      return;
    }
    const found = await this.#find(due.map(({ waiverId }) => waiverId));
    const readStanding = this.#findings.beginTurn();
    for (const reminder of due) {
      signal.throwIfAborted();
      try {
        await this.#tell(reminder, found.get(reminder.waiverId), readStanding);
      } catch (error) {
        this.#logger.error(
          `Nobody could be told that the waiver '${reminder.waiverId}' is ${reminder.kind}; it is tried again in an hour: ${stringifyError(error)}`,
        );
        // It must not keep those behind it waiting.
        await this.#reminders.postpone(
          reminder,
          new Date(now.getTime() + POSTPONED_MS).toISOString(),
        );
      }
    }
  }

  async #tell(
    reminder: WaiverReminder,
    found: FoundWaiver | undefined,
    readStanding: ReadStanding,
  ): Promise<void> {
    const notices = found
      ? await this.#noticesOf(reminder, found, readStanding)
      : [];
    const told = await this.#knex.transaction(async trx => {
      const at = this.#now().toISOString();
      const isOurs = await this.#reminders.finish(trx, reminder, at);
      if (!isOurs || !found || notices.length === 0) {
        return false;
      }
      const { ref, waiver, consumer } = found;
      const [event] = await this.#ledger.append(trx, [
        waiverEvent({
          verb: reminder.kind,
          ref,
          consumer,
          waiver,
          actor: systemActor,
        }),
      ]);
      await this.#outbox.add(trx, tellingMessages(ref, waiver, notices, event));
      return true;
    });
    if (told) {
      this.#wake();
    }
  }

  async #noticesOf(
    { kind }: WaiverReminder,
    found: FoundWaiver,
    readStanding: ReadStanding,
  ): Promise<OutboxNotification[]> {
    const { ref, entity, consumer, waiver, approvedBy } = found;
    if (kind === 'ending') {
      const now = this.#now().toISOString();
      // A portal that was away for long says only that it has ended.
      return waiver.until <= now || (await this.#isRenewed(waiver, now))
        ? []
        : endingNotices(found);
    }
    const standing = await readStanding(
      { id: waiver.subjectId, ref, entity },
      { ...waiver, consumer, approvedBy },
    );
    return standing === 'gone' ? [] : endedNotices(found, standing);
  }

  /** Whether another one holds for longer. */
  async #isRenewed(waiver: StoredWaiver, now: string): Promise<boolean> {
    const open = await this.#waivers.readOpen([waiver.subjectId], now);
    return open.some(
      other =>
        other.until > waiver.until &&
        waiverState(other, now) === 'in-force' &&
        waiverKey(other) === waiverKey(waiver),
    );
  }

  /** Those whose provider and consumer are in the catalog, by the id of the waiver. */
  async #find(ids: readonly string[]): Promise<Map<string, FoundWaiver>> {
    const waivers = await this.#waivers.findByIds(ids);
    const subjects = await this.#subjects.findByIds(
      [...waivers.values()].flatMap(({ subjectId, consumerId }) => [
        subjectId,
        ...(consumerId === undefined ? [] : [consumerId]),
      ]),
    );
    const entities = await this.#models.getModelsForBackgroundWork(
      [...subjects.values()].map(({ ref }) => ref),
    );
    return new Map(
      [...waivers.values()].flatMap(waiver => {
        const found = describe(waiver, subjects, entities);
        return found ? [[waiver.id, found] as const] : [];
      }),
    );
  }
}

function describe(
  waiver: StoredWaiver,
  subjects: ReadonlyMap<string, Subject>,
  entities: ReadonlyMap<string, Entity>,
): FoundWaiver | undefined {
  const { consumerId, decision, subjectId } = waiver;
  const ref = subjects.get(subjectId)?.ref ?? '';
  const hit = consumerId ? (subjects.get(consumerId)?.ref ?? '') : ref;
  const [entity, hitEntity] = [entities.get(ref), entities.get(hit)];
  if (!entity || !hitEntity || !decision) {
    return undefined;
  }
  const owner = ownerOf(entity);
  return {
    ref,
    hit,
    entity,
    waiver,
    approvedBy: decision.by,
    ...(consumerId !== undefined && { consumer: hit }),
    recipients: [
      ownerOf(hitEntity) ?? decision.by,
      ...(owner === undefined ? [] : [owner]),
    ],
  };
}
