import { ToldVersions } from '../ToldVersions';
import { Asked } from './AskedChange';
import { HomedRecord, ServerChange } from './ServerChange';
import { writeToldVersion } from './writeToldVersion';

export function describeVersion(
  homed: HomedRecord,
  { version, description, before }: Asked<'version.describe'>,
  { versions }: { versions: ToldVersions },
): ServerChange {
  const { writer } = homed;
  const number = String(version.number);
  const event = {
    verb: 'version.updated',
    version,
    before: { description: before },
    after: { description },
  };
  return {
    ask: async call =>
      writeToldVersion(
        homed,
        await writer.describeVersion({
          ...call(),
          version: number,
          description: description ?? '',
        }),
        { event, versions },
      ),
    find: async call => {
      const told = await writer.findVersion({ ...call(), version: number });
      return told && (told.description ?? '') === (description ?? '')
        ? writeToldVersion(homed, told, { event, versions })
        : undefined;
    },
  };
}
