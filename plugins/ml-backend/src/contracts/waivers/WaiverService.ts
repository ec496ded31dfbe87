import { isDatabaseConflictError } from '@backstage/backend-plugin-api';
import { ConflictError } from '@backstage/errors';
import { ruleTitle } from '@understudy/contracts';
import { WaivedFinding } from '@understudy/plugin-ml-common';
import { Knex } from 'knex';
import { ulid } from 'ulid';
import { DatabaseLedger } from '../../ledger/DatabaseLedger';
import { DatabaseOutbox } from '../../outbox/DatabaseOutbox';
import { accountOf, Actor } from '../../promotion/Actor';
import { WaiverReminderStore } from './reminders/WaiverReminderStore';
import { StoredWaiver, waiverState } from './StoredWaiver';
import { waiverEvent, WaiverVerb } from './waiverEvents';
import { askedMessages, decidedMessages } from './waiverMessages';
import { waiverKey } from './waiverKey';
import { AskedWaiver } from './waiverNotices';
import { StepRow } from './waiverRows';
import { OPEN_LIMIT, WaiverStore } from './WaiverStore';

/** A finding to accept, with who is hit and who decides. */
export interface FindingToWaive extends WaivedFinding {
  consumerId?: string;
  decider: string;
}

/** The provider whose contract waivers are about. */
export interface WaivedSubject {
  id: string;
  ref: string;
}

/**
 * Writes what happens to waivers: state, entry of the ledger and messages in one
 * transaction. Knows nothing of permissions; see AuthorizedWaiverService.
 */
export class WaiverService {
  readonly #knex: Knex;
  readonly #ledger: DatabaseLedger;
  readonly #now: () => Date;
  readonly #outbox: DatabaseOutbox;
  readonly #reminders: WaiverReminderStore;
  readonly #wake: () => void;
  readonly #waivers: WaiverStore;

  constructor(options: {
    knex: Knex;
    ledger: DatabaseLedger;
    outbox: DatabaseOutbox;
    reminders: WaiverReminderStore;
    waivers: WaiverStore;
    /** Called after a commit that leaves a message in the outbox. */
    wake: () => void;
    now?: () => Date;
  }) {
    this.#knex = options.knex;
    this.#ledger = options.ledger;
    this.#now = options.now ?? (() => new Date());
    this.#outbox = options.outbox;
    this.#reminders = options.reminders;
    this.#waivers = options.waivers;
    this.#wake = options.wake;
  }

  /**
   * Asks for all findings that nobody has been asked about yet. Throws
   * ConflictError where there is none left, or too much is open.
   */
  async ask(
    subject: WaivedSubject,
    findings: readonly FindingToWaive[],
    request: { until: string; reason: string; actor: Actor },
  ): Promise<StoredWaiver[]> {
    const { actor, ...common } = request;
    const at = this.#now();
    const askedAt = at.toISOString();
    const asked = await this.#knex.transaction(async trx => {
      await this.#waivers.lockSubject(trx, subject.id);
      const open = await this.#waivers.readOpen([subject.id], askedAt, trx);
      const waiting = new Set(
        open
          .filter(waiver => waiverState(waiver, askedAt) === 'waiting')
          .map(waiverKey),
      );
      const fresh = uniqueBy(findings, waiverKey).filter(
        finding => !waiting.has(waiverKey(finding)),
      );
      if (fresh.length === 0) {
        const rules = new Set(
          findings.map(({ ruleId }) => `'${ruleTitle(ruleId)}' (${ruleId})`),
        );
        throw new ConflictError(
          `A waiver of ${[...rules].join(', ')} waits to be decided already`,
        );
      }
      if (open.length + fresh.length > OPEN_LIMIT) {
        throw new ConflictError(
          `'${subject.ref}' has ${open.length} waivers that wait or hold, and may have ${OPEN_LIMIT}; take back what is not needed`,
        );
      }
      const asks = fresh.map(({ consumer, decider, ...finding }) => ({
        consumer,
        decider,
        waiver: {
          ...finding,
          ...common,
          id: ulid(at.getTime()),
          subjectId: subject.id,
          askedBy: accountOf(actor),
          askedAt,
        },
      }));
      await this.#waivers.insert(
        trx,
        asks.map(({ waiver }) => waiver),
      );
      await this.#tellAsked(trx, subject, asks, actor);
      return asks.map(({ waiver }) => waiver);
    });
    this.#wake();
    return asked;
  }

  /** Throws ConflictError for one that does not wait. */
  async decide(
    subject: WaivedSubject,
    waiver: StoredWaiver,
    decision: {
      verdict: 'granted' | 'refused';
      consumer?: string;
      reason?: string;
      actor: Actor;
    },
  ): Promise<StoredWaiver> {
    this.#requireState(waiver, ['waiting']);
    const { verdict, ...rest } = decision;
    const step = this.#stepOf(waiver, 'decision', decision);
    await this.#write(subject, waiver, step, { verb: verdict, ...rest });
    const { taken_by: by, taken_at: at } = step;
    return {
      ...waiver,
      decision: {
        verdict,
        by,
        at,
        ...(rest.reason !== undefined && { reason: rest.reason }),
      },
    };
  }

  /** Throws ConflictError for one that neither waits nor holds. */
  async revoke(
    subject: WaivedSubject,
    waiver: StoredWaiver,
    revocation: { consumer?: string; reason: string; actor: Actor },
  ): Promise<StoredWaiver> {
    this.#requireState(waiver, ['waiting', 'in-force']);
    const step = this.#stepOf(waiver, 'revocation', {
      ...revocation,
      verdict: 'revoked',
    });
    await this.#write(subject, waiver, step, {
      verb: 'revoked',
      ...revocation,
    });
    const { taken_by: by, taken_at: at } = step;
    return { ...waiver, revocation: { by, at, reason: revocation.reason } };
  }

  #requireState(
    waiver: StoredWaiver,
    wanted: ReturnType<typeof waiverState>[],
  ): void {
    const state = waiverState(waiver, this.#now().toISOString());
    if (!wanted.includes(state)) {
      throw new ConflictError(
        `The waiver '${waiver.id}' is ${state}, and has to be ${wanted.join(' or ')}`,
      );
    }
  }

  #stepOf(
    waiver: StoredWaiver,
    step: StepRow['step'],
    taken: { verdict: StepRow['verdict']; reason?: string; actor: Actor },
  ): StepRow {
    return {
      waiver_id: waiver.id,
      step,
      verdict: taken.verdict,
      taken_by: accountOf(taken.actor),
      taken_at: this.#now().toISOString(),
      reason: taken.reason ?? null,
    };
  }

  async #write(
    { ref }: WaivedSubject,
    waiver: StoredWaiver,
    step: StepRow,
    taken: {
      verb: Exclude<WaiverVerb, 'asked'>;
      consumer?: string;
      reason?: string;
      actor: Actor;
    },
  ): Promise<void> {
    try {
      await this.#knex.transaction(async trx => {
        await this.#waivers.addStep(trx, step);
        if (taken.verb === 'granted') {
          await this.#reminders.plan(trx, waiver);
        }
        if (taken.verb === 'revoked') {
          await this.#reminders.cancel(trx, waiver.id, step.taken_at);
        }
        const [event] = await this.#ledger.append(trx, [
          waiverEvent({ ref, waiver, ...taken }),
        ]);
        await this.#outbox.add(
          trx,
          decidedMessages(
            {
              ref,
              waiver,
              verb: taken.verb,
              by: step.taken_by,
              reason: taken.reason,
            },
            event,
          ),
        );
      });
    } catch (error) {
      if (isDatabaseConflictError(error)) {
        throw new ConflictError(
          `Somebody else was faster with the waiver '${waiver.id}'; look at it again`,
        );
      }
      throw error;
    }
    this.#wake();
  }

  async #tellAsked(
    trx: Knex.Transaction,
    { ref }: WaivedSubject,
    asks: readonly AskedWaiver[],
    actor: Actor,
  ): Promise<void> {
    const events = await this.#ledger.append(
      trx,
      asks.map(({ waiver, consumer }) =>
        waiverEvent({
          verb: 'asked',
          ref,
          consumer,
          waiver,
          actor,
          reason: waiver.reason,
        }),
      ),
    );
    await this.#outbox.add(trx, askedMessages(ref, asks, events));
  }
}

function uniqueBy<T>(items: readonly T[], key: (item: T) => string): T[] {
  return [...new Map(items.map(item => [key(item), item])).values()];
}
