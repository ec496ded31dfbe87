import { LedgerEvent } from '@understudy/plugin-ml-common';

/** A row of table `event`. PostgreSQL gives 64-bit numbers as text. */
export interface EventRow {
  sequence: number | string;
  id: string;
  type: string;
  source: string;
  subject: string;
  subject_id: string | null;
  correlation_id: string;
  time: string;
  data: string;
  prev_hash: string;
  hash: string;
}

export function toLedgerEvent(row: EventRow): LedgerEvent {
  return {
    specversion: '1.0',
    id: row.id,
    type: row.type,
    source: row.source,
    subject: row.subject,
    time: row.time,
    datacontenttype: 'application/json',
    sequence: Number(row.sequence),
    prevHash: row.prev_hash,
    hash: row.hash,
    data: JSON.parse(row.data),
  };
}
