import { Knex } from 'knex';
import { DatabaseLedger } from '../../ledger/DatabaseLedger';
import { DatabaseOutbox } from '../../outbox/DatabaseOutbox';
import { NewMessage } from '../../outbox/OutboxMessage';
import { Actor } from '../../promotion/Actor';
import { AliasDriftStore, DriftPatch } from './AliasDriftStore';
import { driftEvent } from './driftEvent';
import { StoredDrift } from './StoredDrift';

/** How a change of a drift came about, and what follows from it. */
export interface DriftCause {
  actor: Actor;
  reason?: string;
  messages?: readonly NewMessage[];
}

/**
 * Changes drifts in the caller's transaction, together with the entry in the
 * ledger and the messages that follow.
 */
export class DriftChanges {
  readonly #ledger: DatabaseLedger;
  readonly #outbox: DatabaseOutbox;
  readonly #store: AliasDriftStore;

  constructor(options: {
    ledger: DatabaseLedger;
    outbox: DatabaseOutbox;
    drifts: AliasDriftStore;
  }) {
    this.#ledger = options.ledger;
    this.#outbox = options.outbox;
    this.#store = options.drifts;
  }

  async open(
    tx: Knex.Transaction,
    drift: StoredDrift,
    cause: DriftCause,
  ): Promise<void> {
    await this.#store.insert(tx, drift);
    await this.#tell(tx, drift, cause);
  }

  /** The drift afterwards, or undefined when it was over already. */
  async change(
    tx: Knex.Transaction,
    drift: StoredDrift,
    patch: DriftPatch,
    cause: DriftCause,
  ): Promise<StoredDrift | undefined> {
    if (!(await this.#store.update(tx, drift.id, patch))) {
      return undefined;
    }
    const changed = await this.#store.find(drift.id, tx);
    if (changed) {
      await this.#tell(tx, changed, cause);
    }
    return changed;
  }

  async #tell(
    tx: Knex.Transaction,
    drift: StoredDrift,
    { actor, reason, messages = [] }: DriftCause,
  ): Promise<void> {
    const [event] = await this.#ledger.append(tx, [
      driftEvent(drift, { actor, reason }),
    ]);
    const announcement: NewMessage = {
      message: {
        kind: 'drift-announcement',
        driftId: drift.id,
        model: drift.model,
        eventType: event.type,
      },
    };
    await this.#outbox.add(
      tx,
      [announcement, ...messages].map(message => ({
        ...message,
        eventId: event.id,
      })),
    );
  }
}
