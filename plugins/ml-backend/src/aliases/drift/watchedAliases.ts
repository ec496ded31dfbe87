import {
  AssignmentSlot,
  NamedVersion,
  PromotionExecution,
} from '@understudy/plugin-ml-common';
import { Knex } from 'knex';
import { AssignmentPlace } from '../../assignments/DatabaseAssignmentStore';
import { inBatches } from '../../database/inBatches';

/** An alias that a promotion moved for an assignment that is in force. */
export interface WatchedAlias {
  /** Entity ref of the model. */
  model: string;
  recordId: string;
  record: string;
  alias: string;
  place: AssignmentPlace;
  assignmentId: string;
  decided: NamedVersion;
  /** Where the registry has it; undefined when it has not. */
  found?: NamedVersion;
}

interface WatchedRow {
  id: string;
  subject_id: string;
  version_id: string;
  stage: string;
  environment: string;
  segment: string;
  slot: AssignmentSlot;
  execution: string;
  label: string;
  record_id: string;
  record: string;
  ref: string;
}

/**
 * The aliases of a registry that stand for what was decided, and where they
 * point as last read. A model about which nothing was decided has none.
 */
export async function readWatchedAliases(
  knex: Knex,
  server: string,
): Promise<WatchedAlias[]> {
  const rows: WatchedRow[] = await knex('assignment')
    .join('promotion', 'promotion.id', 'assignment.promotion_id')
    .join('version', 'version.id', 'assignment.version_id')
    .join('registry_record', 'registry_record.id', 'version.record_id')
    .join('subject', 'subject.id', 'assignment.subject_id')
    .where({ 'registry_record.server': server })
    .whereNull('assignment.until')
    .whereNull('registry_record.gone_since')
    .whereNull('subject.deleted_at')
    .orderBy('assignment.id')
    .select(
      'assignment.id',
      'assignment.subject_id',
      'assignment.version_id',
      'assignment.stage',
      'assignment.environment',
      'assignment.segment',
      'assignment.slot',
      'promotion.execution',
      'version.label',
      'version.record_id',
      'registry_record.name as record',
      'subject.ref',
    );
  const holders = await readHolders(
    knex,
    rows.map(row => row.record_id),
  );
  return rows.flatMap(row => {
    const { alias: moved }: PromotionExecution = JSON.parse(row.execution);
    if (moved?.server !== server) {
      return [];
    }
    const found = holders.get(holderKey(row.record_id, moved.alias));
    return [
      {
        model: row.ref,
        recordId: row.record_id,
        record: row.record,
        alias: moved.alias,
        place: {
          subjectId: row.subject_id,
          stage: row.stage,
          target: { environment: row.environment, segment: row.segment },
          slot: row.slot,
        },
        assignmentId: row.id,
        decided: { versionId: row.version_id, label: row.label },
        ...(found ? { found } : {}),
      },
    ];
  });
}

async function readHolders(
  knex: Knex,
  recordIds: readonly string[],
): Promise<Map<string, NamedVersion>> {
  const holders = new Map<string, NamedVersion>();
  for (const ids of inBatches([...new Set(recordIds)])) {
    const rows: {
      record_id: string;
      alias: string;
      version_id: string;
      label: string;
    }[] = await knex('version_alias')
      .join('version', 'version.id', 'version_alias.version_id')
      .whereIn('version_alias.record_id', ids)
      .select(
        'version_alias.record_id',
        'version_alias.alias',
        'version_alias.version_id',
        'version.label',
      );
    for (const { record_id, alias, version_id: versionId, label } of rows) {
      holders.set(holderKey(record_id, alias), { versionId, label });
    }
  }
  return holders;
}

/** Tells aliases of records apart. */
export function holderKey(recordId: string, alias: string): string {
  return JSON.stringify([recordId, alias]);
}
