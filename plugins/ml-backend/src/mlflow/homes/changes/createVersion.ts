import { SourceVersion } from '@understudy/plugin-ml-node';
import { claimedAuthor } from '../../../registry/claimedAuthor';
import { VersionRow } from '../../../registry/versionRows';
import { REPEAT_SECONDS } from '../../records/VersionWriter';
import { ToldVersions } from '../ToldVersions';
import { Asked } from './AskedChange';
import { Asker, HomedRecord, ServerChange, WriteDown } from './ServerChange';

/** The clock of a server may be behind ours by so much. */
const CLOCK_SKEW_MS = REPEAT_SECONDS * 1000;

/**
 * Registers a version, unless the server has just registered the same for
 * somebody who asked it directly.
 */
export function createVersion(
  homed: HomedRecord,
  { wanted }: Asked<'version.create'>,
  options: { asker: Asker; askedAt: Date; versions: ToldVersions },
): ServerChange {
  const { asker, askedAt, versions } = options;
  const { writer } = homed;
  const since = new Date(askedAt.getTime() - CLOCK_SKEW_MS).toISOString();
  const writeDown = (told: SourceVersion, isOurs: boolean): WriteDown => ({
    recordVersion: told.recordVersion,
    write: async (tx, row, now) => {
      const version = await versions.write(tx, row, homed, told, now);
      if (!isOurs || version.registeredBy) {
        return undefined;
      }
      const claimed = claimedAuthor(
        new Map(wanted.tags.map(({ key, value }) => [key, value])),
        asker,
      );
      await tx<VersionRow>('version')
        .where({ id: version.id })
        .update({
          registered_by: asker.account,
          claimed_author: claimed ?? null,
        });
      return {
        verb: 'version.registered',
        version,
        after: {
          version: told.recordVersion,
          source: wanted.source,
          runId: wanted.runId,
          claimedAuthor: claimed,
        },
      };
    },
  });
  return {
    ask: async call => {
      const known = await writer.findCreatedSince({
        ...call(),
        version: wanted,
        since,
      });
      return known
        ? writeDown(known, false)
        : writeDown(
            await writer.createVersion({ ...call(), version: wanted }),
            true,
          );
    },
    find: async call => {
      const known = await writer.findCreatedSince({
        ...call(),
        version: wanted,
        since,
      });
      return known && writeDown(known, true);
    },
  };
}
