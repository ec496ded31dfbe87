import { RegistryBindingSource } from '@understudy/plugin-ml-common';

/** A row of table `registry_record`. */
export interface RegistryRecordRow {
  id: string;
  server: string;
  workspace: string;
  name: string;
  /** The name it had before the portal renamed it. */
  first_name: string | null;
  kind: 'model' | 'prompt';
  subject_id: string;
  environment: string | null;
  variant: string | null;
  url: string | null;
  label_prefix: string;
  change_mark: string | null;
  first_seen_at: string;
  gone_since: string | null;
  last_error: string | null;
  /** How it came to its Model; null until it is read once more. */
  bound_by: RegistryBindingSource | null;
  description: string | null;
  hint_tags: string;
  sort_name: string;
  search_text: string;
}

/** A row of table `version_alias`. */
export interface VersionAliasRow {
  record_id: string;
  alias: string;
  version_id: string;
  seen_at: string;
}

/** Tells records of one server apart. */
export function recordKey(record: {
  workspace?: string;
  name: string;
}): string {
  return JSON.stringify([record.workspace ?? '', record.name]);
}
