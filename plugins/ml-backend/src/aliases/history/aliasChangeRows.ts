import { AliasChange } from '@understudy/plugin-ml-common';

/** A row of table `alias_change`. */
export interface AliasChangeRow {
  id: string;
  subject_id: string;
  record_id: string;
  alias: string;
  from_version_id: string | null;
  to_version_id: string | null;
  at: string;
  via: AliasChange['via'];
  changed_by: string | null;
  promotion_id: string | null;
}

/** A row with the names that it holds as ids. */
export interface NamedAliasChangeRow extends AliasChangeRow {
  server: string;
  record: string;
  from_label: string | null;
  to_label: string | null;
  requested_by: string | null;
}

export function toAliasChange(row: NamedAliasChangeRow): AliasChange {
  const by = row.changed_by ?? row.requested_by;
  return {
    id: row.id,
    alias: row.alias,
    server: row.server,
    record: row.record,
    ...(row.from_version_id
      ? {
          from: {
            versionId: row.from_version_id,
            label: row.from_label ?? row.from_version_id,
          },
        }
      : {}),
    ...(row.to_version_id
      ? {
          to: {
            versionId: row.to_version_id,
            label: row.to_label ?? row.to_version_id,
          },
        }
      : {}),
    at: row.at,
    via: row.via,
    ...(by ? { by } : {}),
    ...(row.promotion_id ? { promotionId: row.promotion_id } : {}),
  };
}
