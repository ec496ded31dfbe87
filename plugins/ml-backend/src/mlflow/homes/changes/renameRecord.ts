import { SourceRecord } from '@understudy/plugin-ml-node';
import { IntakeDecisionStore } from '../../../intake/decisions/IntakeDecisionStore';
import { noteNameChanges } from '../../../registry/sync/nameChanges';
import {
  recordHints,
  recordListColumns,
} from '../../../registry/sync/recordHints';
import { RegistryRecordRow } from '../../../registry/sync/recordRows';
import { Asked } from './AskedChange';
import { Asker, HomedRecord, ServerChange, WriteDown } from './ServerChange';

/** The Model keeps its ref, also for the next read of the server. */
export function renameRecord(
  { record, writer }: HomedRecord,
  { name, former }: Asked<'record.rename'>,
  { asker, decisions }: { asker: Asker; decisions: IntakeDecisionStore },
): ServerChange {
  const { server, workspace } = record;
  const writeDown = (told: SourceRecord): WriteDown => ({
    write: async (tx, row, now) => {
      const at = now.toISOString();
      const hints = recordHints(told);
      await tx<RegistryRecordRow>('registry_record')
        .where({ id: row.id })
        .update({
          name,
          first_name: row.first_name ?? former,
          ...hints,
          ...recordListColumns({ name, ...hints }),
        });
      await noteNameChanges(
        tx,
        [former, name].map(one => ({ server, workspace, name: one })),
        at,
      );
      await decisions.keep(tx, [
        {
          record: { server, workspace, name },
          action: 'bind',
          subjectId: row.subject_id,
          reason: `Renamed by the portal; it was '${former}'`,
          decidedBy: asker.account,
          decidedAt: at,
        },
      ]);
      return {
        verb: 'record.renamed',
        before: { name: former },
        after: { name },
      };
    },
  });
  return {
    ask: async call =>
      writeDown(await writer.renameRecord({ ...call(), newName: name })),
    find: async call => {
      const { signal, record: known } = call();
      // With both, somebody else has made the other one.
      if (await writer.findRecord({ signal, record: known })) {
        return undefined;
      }
      const told = await writer.findRecord({
        ...call(),
        record: { ...known, name },
      });
      return told && writeDown(told);
    },
  };
}
