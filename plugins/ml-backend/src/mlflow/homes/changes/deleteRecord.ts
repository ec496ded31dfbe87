import { takeOffAliases } from '../../../aliases/history/takeOffAliases';
import { writeRecordTombstones } from '../../../evidence/tombstones/writeRecordTombstones';
import { noteNameChanges } from '../../../registry/sync/nameChanges';
import { RegistryRecordRow } from '../../../registry/sync/recordRows';
import { Asker, HomedRecord, ServerChange, WriteDown } from './ServerChange';

/** The portal keeps what it knew of it and its versions. */
export function deleteRecord(
  { record, source, writer }: HomedRecord,
  { asker }: { asker: Asker },
): ServerChange {
  const { server, workspace, name } = record;
  const writeDown: WriteDown = {
    write: async (tx, row, now) => {
      const at = now.toISOString();
      await takeOffAliases(
        tx,
        { recordIds: [row.id] },
        { at, via: 'client', by: asker.account },
      );
      await writeRecordTombstones(tx, {
        recordId: row.id,
        by: asker.account,
        reason: `Its registered model was deleted at '${source.title}' by a client of MLflow`,
        at,
      });
      await tx<RegistryRecordRow>('registry_record')
        .where({ id: row.id })
        .update({ gone_since: at });
      await noteNameChanges(tx, [{ server, workspace, name }], at);
      return { verb: 'record.deleted' };
    },
  };
  return {
    ask: async call => {
      await writer.deleteRecord(call());
      return writeDown;
    },
    find: async call =>
      (await writer.findRecord(call())) ? undefined : writeDown,
  };
}
