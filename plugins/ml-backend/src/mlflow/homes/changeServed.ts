import { Knex } from 'knex';
import { RegistryRecordRow } from '../../registry/sync/recordRows';
import { RecordChange, RecordStores } from '../records/changeRecord';
import { registryEvent } from '../records/registryEvent';
import { Asker, HomedRecord } from './changes/ServerChange';

/**
 * Writes down what a server has accepted, under the lock of its record and
 * together with the entry in the ledger.
 */
export async function changeServed(
  { knex, ledger, now }: RecordStores,
  { record }: Pick<HomedRecord, 'record'>,
  asker: Asker,
  change: (
    tx: Knex.Transaction,
    row: RegistryRecordRow,
    now: Date,
  ) => Promise<RecordChange | undefined>,
): Promise<void> {
  await knex.transaction(async tx => {
    const row = await tx<RegistryRecordRow>('registry_record')
      .where({ id: record.id })
      .forUpdate()
      .first();
    if (!row) {
      throw new Error(`There is no record '${record.id}'`);
    }
    const event = await change(tx, row, now());
    if (event) {
      await ledger.append(tx, [
        registryEvent({
          ...event,
          caller: asker,
          model: record,
          after: { server: record.server, ...event.after },
        }),
      ]);
    }
  });
}
