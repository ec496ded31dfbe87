import { SourceVersion } from '@understudy/plugin-ml-node';
import { RecordChange } from '../../records/changeRecord';
import { ToldVersions } from '../ToldVersions';
import { HomedRecord, WriteDown } from './ServerChange';

/** Writes down what a server tells of a version that was changed there. */
export function writeToldVersion(
  homed: HomedRecord,
  told: SourceVersion,
  { event, versions }: { event: RecordChange; versions: ToldVersions },
): WriteDown {
  return {
    write: async (tx, row, now) => {
      await versions.write(tx, row, homed, told, now);
      return event;
    },
  };
}
