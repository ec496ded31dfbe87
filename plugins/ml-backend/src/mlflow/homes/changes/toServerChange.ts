import { IntakeDecisionStore } from '../../../intake/decisions/IntakeDecisionStore';
import { ToldVersions } from '../ToldVersions';
import { AskedChange } from './AskedChange';
import { createVersion } from './createVersion';
import { deleteRecord } from './deleteRecord';
import { deleteVersion } from './deleteVersion';
import { describeRecord } from './describeRecord';
import { describeVersion } from './describeVersion';
import { renameRecord } from './renameRecord';
import { Asker, HomedRecord, ServerChange } from './ServerChange';
import { setAlias } from './setAlias';
import { setStage } from './setStage';
import { tagRecord } from './tagRecord';
import { tagVersion } from './tagVersion';

/** How something that was asked for is done at its server, and found there. */
export function toServerChange(
  homed: HomedRecord,
  change: AskedChange,
  options: {
    asker: Asker;
    askedAt: Date;
    decisions: IntakeDecisionStore;
    versions: ToldVersions;
  },
): ServerChange {
  switch (change.kind) {
    case 'record.describe':
      return describeRecord(homed, change);
    case 'record.tag':
      return tagRecord(homed, change);
    case 'record.rename':
      return renameRecord(homed, change, options);
    case 'record.delete':
      return deleteRecord(homed, options);
    case 'alias.set':
      return setAlias(homed, change, options);
    case 'version.create':
      return createVersion(homed, change, options);
    case 'version.describe':
      return describeVersion(homed, change, options);
    case 'version.tag':
      return tagVersion(homed, change, options);
    case 'version.stage':
      return setStage(homed, change, options);
    case 'version.delete':
      return deleteVersion(homed, change, options);
    default:
      throw new Error(`There is no change '${JSON.stringify(change)}'`);
  }
}
