import { SourceRecord } from '@understudy/plugin-ml-node';
import {
  recordHints,
  recordListColumns,
} from '../../../registry/sync/recordHints';
import { RegistryRecordRow } from '../../../registry/sync/recordRows';
import { RecordChange } from '../../records/changeRecord';
import { StoredModel } from '../../records/portalRows';
import { WriteDown } from './ServerChange';

/** Writes down what a server tells of a record that was changed there. */
export function writeToldRecord(
  record: StoredModel,
  told: SourceRecord,
  event: RecordChange,
): WriteDown {
  return {
    write: async (tx, row) => {
      const hints = recordHints(told);
      await tx<RegistryRecordRow>('registry_record')
        .where({ id: row.id })
        .update({ ...hints, ...recordListColumns({ ...record, ...hints }) });
      return event;
    },
  };
}
