import { AssignmentSlot, NamedVersion } from '@understudy/plugin-ml-common';
import { Knex } from 'knex';
import { StoredDrift } from './StoredDrift';

/** A row of table `alias_drift`. */
export interface AliasDriftRow {
  id: string;
  subject_id: string;
  record_id: string;
  alias: string;
  stage: string;
  environment: string;
  segment: string;
  slot: AssignmentSlot;
  decided_version_id: string | null;
  found_version_id: string | null;
  since: string;
  state: StoredDrift['state'];
  ended_at: string | null;
  wanted: 'adopt' | 'revert' | null;
  chosen_by: string | null;
  chosen_at: string | null;
  reason: string | null;
  promotion_id: string | null;
}

/** A row with the names that it holds as ids. */
export interface NamedDriftRow extends AliasDriftRow {
  ref: string;
  server: string;
  record: string;
  decided_label: string | null;
  found_label: string | null;
}

/** Drifts with their names, without conditions or order. */
export function selectDrifts(knex: Knex): Knex.QueryBuilder {
  return knex('alias_drift')
    .join('subject', 'subject.id', 'alias_drift.subject_id')
    .join('registry_record', 'registry_record.id', 'alias_drift.record_id')
    .leftJoin(
      { decided: 'version' },
      'decided.id',
      'alias_drift.decided_version_id',
    )
    .leftJoin({ found: 'version' }, 'found.id', 'alias_drift.found_version_id')
    .select(
      'alias_drift.*',
      'subject.ref',
      'registry_record.server',
      'registry_record.name as record',
      'decided.label as decided_label',
      'found.label as found_label',
    );
}

export function toStoredDrift(row: NamedDriftRow): StoredDrift {
  const { chosen_by: by, chosen_at: at, reason } = row;
  const decided = named(row.decided_version_id, row.decided_label);
  const found = named(row.found_version_id, row.found_label);
  return {
    id: row.id,
    model: row.ref,
    server: row.server,
    recordId: row.record_id,
    record: row.record,
    alias: row.alias,
    place: {
      subjectId: row.subject_id,
      stage: row.stage,
      target: { environment: row.environment, segment: row.segment },
      slot: row.slot,
    },
    ...(decided ? { decided } : {}),
    ...(found ? { found } : {}),
    since: row.since,
    state: row.state,
    ...(row.wanted ? { wanted: row.wanted } : {}),
    ...(by && at ? { choice: { by, at, reason: reason ?? '' } } : {}),
    ...(row.promotion_id ? { promotionId: row.promotion_id } : {}),
  };
}

function named(
  versionId: string | null,
  label: string | null,
): NamedVersion | undefined {
  return versionId === null
    ? undefined
    : { versionId, label: label ?? versionId };
}
