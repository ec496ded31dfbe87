import { ToldVersions } from '../ToldVersions';
import { Asked } from './AskedChange';
import { hasTag } from './hasTag';
import { HomedRecord, ServerChange } from './ServerChange';
import { writeToldVersion } from './writeToldVersion';

export function tagVersion(
  homed: HomedRecord,
  { version, tag: { key, value }, before }: Asked<'version.tag'>,
  { versions }: { versions: ToldVersions },
): ServerChange {
  const { writer } = homed;
  const number = String(version.number);
  const tag = { key, value };
  const event = {
    verb: 'version.tagged',
    version,
    before: { tag: key, value: before },
    after: { tag: key, value },
  };
  return {
    ask: async call =>
      writeToldVersion(
        homed,
        await writer.tagVersion({ ...call(), version: number, tag }),
        { event, versions },
      ),
    find: async call => {
      const told = await writer.findVersion({ ...call(), version: number });
      return told && hasTag(told, tag)
        ? writeToldVersion(homed, told, { event, versions })
        : undefined;
    },
  };
}
