import { SourceRecord } from '@understudy/plugin-ml-node';

const MAX_DESCRIPTION = 2000;
const MAX_VALUE = 250;
const MAX_HINTS = 20;

/** Tags that may name the group a record belongs to. */
export const ownerTagKeys: readonly string[] = ['owner', 'team', 'squad'];
const hintKeys = [...ownerTagKeys, 'type', 'lifecycle'];

/** What is kept of a record so that people can decide about it. */
export interface RecordHints {
  description: string | null;
  /** JSON of the tags that hint at an owner, a type or a lifecycle. */
  hint_tags: string;
}

/**
 * The same for the same record, in whatever order its tags come: what has not
 * changed is not written.
 */
export function recordHints(record: SourceRecord): RecordHints {
  const hints = record.tags
    .map(({ key, value }) => ({
      key: key.toLowerCase(),
      value: value.trim().slice(0, MAX_VALUE),
    }))
    .filter(({ key, value }) => hintKeys.includes(key) && value !== '')
    .sort((a, b) => compare(a.key, b.key) || compare(a.value, b.value))
    .slice(0, MAX_HINTS);
  return {
    description: record.description?.trim().slice(0, MAX_DESCRIPTION) || null,
    hint_tags: JSON.stringify(hints),
  };
}

/** What a list of records is ordered by and searched in. */
export function recordListColumns(record: {
  workspace?: string;
  name: string;
  description: string | null;
}): { sort_name: string; search_text: string } {
  const { workspace, name, description } = record;
  return {
    sort_name: name.toLowerCase().slice(0, 500),
    search_text: [name, workspace, description]
      .filter(Boolean)
      .join(' ')
      .toLowerCase(),
  };
}

function compare(a: string, b: string): number {
  if (a === b) {
    return 0;
  }
  return a < b ? -1 : 1;
}
