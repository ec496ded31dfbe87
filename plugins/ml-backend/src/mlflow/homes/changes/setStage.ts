import { SourceVersion } from '@understudy/plugin-ml-node';
import { MlflowError } from '../../protocol/MlflowError';
import { othersOfStage } from '../../records/othersOfStage';
import { ToldVersions } from '../ToldVersions';
import { Asked } from './AskedChange';
import { HomedRecord, ServerChange, WriteDown } from './ServerChange';

/**
 * Sets the stage, and moves those that are in it to the archive if asked.
 * Throws MlflowError where the server has no stages.
 */
export function setStage(
  homed: HomedRecord,
  change: Asked<'version.stage'>,
  { versions }: { versions: ToldVersions },
): ServerChange {
  const { version, stage, archiveOthers, before } = change;
  const { record, source, writer } = homed;
  const number = String(version.number);
  const writeDown = (told: SourceVersion): WriteDown => ({
    write: async (tx, row, now) => {
      await versions.write(tx, row, homed, told, now);
      if (archiveOthers) {
        await othersOfStage(tx, version, stage).update({
          registry_stage: 'Archived',
        });
      }
      return {
        verb: 'version.staged',
        version,
        before: { stage: before ?? 'None' },
        after: { stage, archivedOthers: archiveOthers },
      };
    },
  });
  return {
    ask: async call => {
      if (!writer.setStage) {
        throw new MlflowError(
          'INVALID_PARAMETER_VALUE',
          `stage is '${stage}', but '${source.title}', the home of '${record.name}', has no stages; use an alias`,
        );
      }
      return writeDown(
        await writer.setStage({
          ...call(),
          version: number,
          stage,
          archiveExisting: archiveOthers,
        }),
      );
    },
    find: async call => {
      const told = await writer.findVersion({ ...call(), version: number });
      return told && (told.stage ?? 'None') === stage
        ? writeDown(told)
        : undefined;
    },
  };
}
