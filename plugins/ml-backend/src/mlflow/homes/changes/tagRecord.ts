import { Asked } from './AskedChange';
import { HomedRecord, ServerChange } from './ServerChange';
import { hasTag } from './hasTag';
import { writeToldRecord } from './writeToldRecord';

export function tagRecord(
  { record, writer }: HomedRecord,
  { tag: { key, value } }: Asked<'record.tag'>,
): ServerChange {
  const tag = { key, value };
  const event = { verb: 'record.tagged', after: { tag: key, value } };
  return {
    ask: async call =>
      writeToldRecord(
        record,
        await writer.tagRecord({ ...call(), tag }),
        event,
      ),
    find: async call => {
      const told = await writer.findRecord(call());
      return told && hasTag(told, tag)
        ? writeToldRecord(record, told, event)
        : undefined;
    },
  };
}
