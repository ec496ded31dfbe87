import { registryRecordKey } from '@understudy/plugin-ml-common';
import { Knex } from 'knex';
import { IntakeDecisionStore } from '../../../intake/decisions/IntakeDecisionStore';
import { StoredModel } from '../../records/portalRows';
import { ChangeClaim } from '../ChangeClaims';
import { LeftChange } from '../changeRows';

const HOLD_REASON = 'The portal is renaming a model to this';

/**
 * Has the name that a record is to get mean its Model before the server is
 * asked. Imports may see the new name before the portal has written it down,
 * and are not to make another Model of it.
 */
export class NameHold {
  readonly #decisions: IntakeDecisionStore;

  constructor(decisions: IntakeDecisionStore) {
    this.#decisions = decisions;
  }

  /** A name that somebody has decided about keeps that until it is taken. */
  async take(
    tx: Knex.Transaction,
    record: StoredModel,
    { change, asker }: LeftChange,
    now: Date,
  ): Promise<void> {
    if (change.kind !== 'record.rename') {
      return;
    }
    const wanted = nameOf(record, change.name);
    const decided = await this.#decisions.findByRecords([wanted], tx);
    if (!decided.has(registryRecordKey(wanted))) {
      await this.#decisions.keep(tx, [
        {
          record: wanted,
          action: 'bind',
          subjectId: record.subjectId,
          reason: HOLD_REASON,
          decidedBy: asker.account,
          decidedAt: now.toISOString(),
        },
      ]);
    }
  }

  /** The record keeps the name that it has. */
  async giveBack(tx: Knex.Transaction, { asked }: ChangeClaim): Promise<void> {
    const { change, recordId } = asked;
    if (change.kind !== 'record.rename') {
      return;
    }
    const record = await tx('registry_record')
      .where({ id: recordId })
      .first('server', 'workspace');
    if (!record) {
      return;
    }
    const wanted = nameOf(record, change.name);
    const decided = (await this.#decisions.findByRecords([wanted], tx)).get(
      registryRecordKey(wanted),
    );
    if (decided?.reason === HOLD_REASON) {
      await this.#decisions.remove(tx, [decided.id]);
    }
  }
}

function nameOf(
  { server, workspace }: { server: string; workspace?: string },
  name: string,
) {
  return { server, name, ...(workspace ? { workspace } : {}) };
}
