import { AssignmentSummary } from '@understudy/plugin-ml-common';
import { Knex } from 'knex';
import { TombstoneRow } from '../evidence/evidenceRows';
import { toTombstone } from '../evidence/read/readVersionEvidence';
import { groupByVersion } from './groupByVersion';
import {
  VersionMetricRow,
  VersionSummaryRow,
  VersionSurroundings,
} from './versionRows';

interface AssignmentRow {
  version_id: string;
  stage: string;
  environment: string;
  segment: string;
  slot: AssignmentSummary['slot'];
  traffic_percent: number;
  since: string;
  until: string | null;
}

/**
 * Reads what other tables say about some versions, with one statement per
 * table whatever their number.
 */
export async function readVersionSurroundings(
  knex: Knex,
  rows: readonly VersionSummaryRow[],
  serverTitle: (server: string) => string | undefined,
): Promise<(row: VersionSummaryRow) => VersionSurroundings> {
  const ids = rows.map(row => row.id);
  const subjects: { id: string; ref: string }[] = await knex('subject')
    .whereIn('id', distinct(rows.map(row => row.subject_id)))
    .select('id', 'ref');
  const records: { id: string; server: string; name: string }[] = await knex(
    'registry_record',
  )
    .whereIn('id', distinct(rows.map(row => row.record_id)))
    .select('id', 'server', 'name');
  const metrics = await knex<VersionMetricRow>('version_metric')
    .whereIn('version_id', ids)
    .orderBy(['version_id', 'position']);
  const aliases: { version_id: string; alias: string }[] = await knex(
    'version_alias',
  )
    .whereIn('version_id', ids)
    .select('version_id', 'alias');
  const assignments: AssignmentRow[] = await knex('assignment')
    .whereIn('version_id', ids)
    .orderBy(['environment', 'segment', 'since'])
    .select(
      'version_id',
      'stage',
      'environment',
      'segment',
      'slot',
      'traffic_percent',
      'since',
      'until',
    );

  const tombstones = await knex<TombstoneRow>('version_tombstone').whereIn(
    'version_id',
    ids,
  );

  const refBySubject = new Map(subjects.map(({ id, ref }) => [id, ref]));
  const recordById = new Map(records.map(record => [record.id, record]));
  const metricsOf = groupByVersion(metrics);
  const aliasesOf = groupByVersion(aliases);
  const assignmentsOf = groupByVersion(assignments);
  const tombstoneOf = new Map(tombstones.map(row => [row.version_id, row]));

  return row => {
    const record = row.record_id ? recordById.get(row.record_id) : undefined;
    const assigned = assignmentsOf.get(row.id) ?? [];
    const tombstone = tombstoneOf.get(row.id);
    return {
      model: refBySubject.get(row.subject_id) ?? '',
      ...(record
        ? {
            record: {
              server: record.server,
              name: record.name,
              title: serverTitle(record.server),
            },
          }
        : {}),
      aliases: distinct((aliasesOf.get(row.id) ?? []).map(a => a.alias)),
      metrics: metricsOf.get(row.id) ?? [],
      assignments: assigned
        .filter(assignment => assignment.until === null)
        .map(toAssignmentSummary),
      everAssigned: assigned.length > 0,
      ...(tombstone ? { tombstone: toTombstone(tombstone) } : {}),
    };
  };
}

function toAssignmentSummary(row: AssignmentRow): AssignmentSummary {
  return {
    stage: row.stage,
    target: { environment: row.environment, segment: row.segment },
    slot: row.slot,
    trafficPercent: row.traffic_percent,
    since: row.since,
  };
}

function distinct(values: readonly (string | null)[]): string[] {
  return [...new Set(values)].filter(value => value !== null);
}
