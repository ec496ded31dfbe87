import { NewSourceVersion } from '@understudy/plugin-ml-node';
import { MlflowStage } from '../../protocol/mlflowRequests';
import { StoredVersion } from '../../records/portalRows';

/** The version that a change is about. */
export type ChangedVersion = Pick<
  StoredVersion,
  'id' | 'recordId' | 'label' | 'number'
>;

/** A value that is undefined removes the tag. */
export interface ChangedTag {
  key: string;
  value?: string;
}

/**
 * What somebody asks of the server of a record, with all that it takes to write
 * down later that it was done. Kept as JSON: fields are added, never changed.
 */
export type AskedChange =
  | { kind: 'record.describe'; description?: string; before?: string }
  | { kind: 'record.tag'; tag: ChangedTag }
  | { kind: 'record.rename'; name: string; former: string }
  | { kind: 'record.delete' }
  /** Without a version the alias is taken off. */
  | { kind: 'alias.set'; alias: string; version?: ChangedVersion }
  | { kind: 'version.create'; wanted: NewSourceVersion }
  | {
      kind: 'version.describe';
      version: ChangedVersion;
      description?: string;
      before?: string;
    }
  | {
      kind: 'version.tag';
      version: ChangedVersion;
      tag: ChangedTag;
      before?: string;
    }
  | {
      kind: 'version.stage';
      version: ChangedVersion;
      stage: MlflowStage;
      archiveOthers: boolean;
      before?: string;
    }
  | { kind: 'version.delete'; version: ChangedVersion };

/** One of them. */
export type Asked<K extends AskedChange['kind']> = Extract<
  AskedChange,
  { kind: K }
>;

/** Whether one asks for the same as the other, whatever there was before. */
export function asksTheSame(one: AskedChange, other: AskedChange): boolean {
  return withoutBefore(one) === withoutBefore(other);
}

function withoutBefore(change: AskedChange): string {
  return JSON.stringify({ ...change, before: undefined });
}
