import { layTombstone } from '../../../evidence/tombstones/writeTombstone';
import { Asked } from './AskedChange';
import { Asker, HomedRecord, ServerChange, WriteDown } from './ServerChange';

/** The portal keeps what it knew, under a tombstone. */
export function deleteVersion(
  { source, writer }: HomedRecord,
  { version }: Asked<'version.delete'>,
  { asker }: { asker: Asker },
): ServerChange {
  const number = String(version.number);
  const writeDown: WriteDown = {
    write: async (tx, _row, now) => {
      const before = await layTombstone(tx, {
        versionId: version.id,
        by: asker.account,
        reason: `Deleted at '${source.title}' by a client of MLflow`,
        at: now.toISOString(),
      });
      return { verb: 'version.deleted', version, before };
    },
  };
  return {
    ask: async call => {
      await writer.deleteVersion({ ...call(), version: number });
      return writeDown;
    },
    find: async call => {
      // Of a record that goes by another name by now no version is found.
      const isThere = await writer.findRecord(call());
      return isThere &&
        !(await writer.findVersion({ ...call(), version: number }))
        ? writeDown
        : undefined;
    },
  };
}
