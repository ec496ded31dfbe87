import { setStoredAlias } from '../../../aliases/history/setStoredAlias';
import { Asked } from './AskedChange';
import { Asker, HomedRecord, ServerChange, WriteDown } from './ServerChange';

export function setAlias(
  { writer }: HomedRecord,
  { alias, version }: Asked<'alias.set'>,
  { asker }: { asker: Asker },
): ServerChange {
  const number = version && String(version.number);
  const writeDown: WriteDown = {
    write: async (tx, row, now) => {
      await setStoredAlias(tx, {
        record: { id: row.id, subjectId: row.subject_id },
        alias,
        versionId: version?.id,
        at: now.toISOString(),
        via: 'client',
        by: asker.account,
      });
      return {
        verb: version ? 'alias.set' : 'alias.deleted',
        version,
        after: { alias, version: version?.number },
      };
    },
  };
  return {
    ask: async call => {
      await writer.setAlias({ ...call(), alias, version: number });
      return writeDown;
    },
    find: async call => {
      const told = await writer.findRecord(call());
      const found = told?.aliases.find(one => one.alias === alias);
      return told && found?.version === number ? writeDown : undefined;
    },
  };
}
