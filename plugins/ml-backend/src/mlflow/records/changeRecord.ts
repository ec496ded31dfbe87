import { Knex } from 'knex';
import { DatabaseLedger } from '../../ledger/DatabaseLedger';
import { RegistryCaller } from '../access/RegistryCaller';
import { MlflowError } from '../protocol/MlflowError';
import { PortalRecordRow, StoredModel, StoredVersion } from './portalRows';
import { registryEvent } from './registryEvent';

/** What everything that changes records needs. */
export interface RecordStores {
  knex: Knex;
  ledger: DatabaseLedger;
  now: () => Date;
}

/** What was changed, for the ledger. */
export interface RecordChange {
  /** `<area>.<verb>`. */
  verb: string;
  version?: Pick<StoredVersion, 'id' | 'label'>;
  before?: Record<string, unknown>;
  after?: Record<string, unknown>;
}

/**
 * Changes a record of the portal, or what belongs to it, under its lock and
 * together with the entry in the ledger.
 */
export async function changeRecord(
  { knex, ledger, now }: RecordStores,
  model: StoredModel,
  caller: RegistryCaller,
  change: (tx: Knex.Transaction, at: string) => Promise<RecordChange>,
): Promise<void> {
  await knex.transaction(async tx => {
    await lockLiveRecord(tx, model);
    const at = now().toISOString();
    const event = await change(tx, at);
    await tx<PortalRecordRow>('portal_record')
      .where({ record_id: model.id })
      .update({ updated_at: at });
    await ledger.append(tx, [registryEvent({ ...event, caller, model })]);
  });
}

/** As `lockRecord`; throws MlflowError when it was deleted meanwhile. */
export async function lockLiveRecord(
  tx: Knex.Transaction,
  model: Pick<StoredModel, 'id' | 'name'>,
): Promise<PortalRecordRow> {
  const locked = await lockRecord(tx, model);
  const live = await tx('registry_record')
    .where({ id: model.id, gone_since: null })
    .first('id');
  if (!live) {
    throw new MlflowError(
      'RESOURCE_DOES_NOT_EXIST',
      `Registered model '${model.name}' was deleted`,
    );
  }
  return locked;
}

/** Everything that changes a record or its versions waits for this. */
export async function lockRecord(
  tx: Knex.Transaction,
  model: Pick<StoredModel, 'id'>,
): Promise<PortalRecordRow> {
  const row = await tx<PortalRecordRow>('portal_record')
    .where({ record_id: model.id })
    .forUpdate()
    .first();
  if (!row) {
    throw new Error(`The portal keeps no record '${model.id}'`);
  }
  return row;
}
