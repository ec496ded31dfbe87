import { KnownRecord } from '@understudy/plugin-ml-node';

/** A row of `understudy_mlflow_record`. */
export interface RecordRow {
  provider: string;
  name: string;
  kind: KnownRecord['kind'];
  entity_ref: string | null;
  snapshot: string;
  first_seen_at: string;
  gone_since: string | null;
}

export function toRecordRow(provider: string, record: KnownRecord): RecordRow {
  return {
    provider,
    name: record.name,
    kind: record.kind,
    entity_ref: record.entityRef ?? null,
    snapshot: JSON.stringify(record.snapshot),
    first_seen_at: record.firstSeenAt,
    gone_since: record.goneSince ?? null,
  };
}

export function fromRecordRow(row: RecordRow): KnownRecord {
  return {
    name: row.name,
    kind: row.kind,
    entityRef: row.entity_ref ?? undefined,
    snapshot: JSON.parse(row.snapshot),
    firstSeenAt: row.first_seen_at,
    goneSince: row.gone_since ?? undefined,
  };
}
