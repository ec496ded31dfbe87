import { Asked } from './AskedChange';
import { HomedRecord, ServerChange } from './ServerChange';
import { writeToldRecord } from './writeToldRecord';

export function describeRecord(
  { record, writer }: HomedRecord,
  { description, before }: Asked<'record.describe'>,
): ServerChange {
  const event = {
    verb: 'record.updated',
    before: { description: before },
    after: { description },
  };
  return {
    ask: async call =>
      writeToldRecord(
        record,
        await writer.describeRecord({
          ...call(),
          description: description ?? '',
        }),
        event,
      ),
    find: async call => {
      const told = await writer.findRecord(call());
      return told && (told.description ?? '') === (description ?? '')
        ? writeToldRecord(record, told, event)
        : undefined;
    },
  };
}
