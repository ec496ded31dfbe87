import { AssignmentSummary } from '@understudy/plugin-ml-common';
import { Knex } from 'knex';
import { countVersions } from './countVersions';
import { VersionDigest } from './VersionStore';

interface LatestRow {
  id: string;
  latest_id: string | null;
}

interface ChampionRow {
  subject_id: string;
  version_id: string;
  label: string;
  stage: string;
  environment: string;
  segment: string;
  slot: AssignmentSummary['slot'];
  traffic_percent: number;
  since: string;
}

/**
 * Reads, for some models at once, how many versions they have that were not
 * deleted, which is the latest of those that are still there, and which are champions where.
 */
export async function readVersionDigests(
  knex: Knex,
  subjectIds: readonly string[],
): Promise<Map<string, VersionDigest>> {
  const counts = await countVersions(knex, subjectIds);
  const newest: LatestRow[] = await knex('subject')
    .whereIn('subject.id', [...subjectIds])
    .select(
      'subject.id',
      knex('version')
        .select('id')
        .whereRaw('version.subject_id = subject.id')
        .whereNull('version.gone_since')
        .orderBy([
          { column: 'created_at', order: 'desc' },
          { column: 'id', order: 'desc' },
        ])
        .limit(1)
        .as('latest_id'),
    );
  const latest: { id: string; label: string; created_at: string }[] =
    await knex('version')
      .whereIn(
        'id',
        newest.flatMap(row => row.latest_id ?? []),
      )
      .select('id', 'label', 'created_at');
  const champions: ChampionRow[] = await knex('assignment')
    .join('version', 'version.id', '=', 'assignment.version_id')
    .whereIn('assignment.subject_id', [...subjectIds])
    .whereNull('assignment.until')
    .where('assignment.slot', 'champion')
    .orderBy(['assignment.environment', 'assignment.segment'])
    .select(
      'assignment.subject_id',
      'assignment.version_id',
      'version.label',
      'assignment.stage',
      'assignment.environment',
      'assignment.segment',
      'assignment.slot',
      'assignment.traffic_percent',
      'assignment.since',
    );

  const latestById = new Map(latest.map(row => [row.id, row]));
  const digests = new Map<string, VersionDigest>();
  for (const row of newest) {
    const version = row.latest_id ? latestById.get(row.latest_id) : undefined;
    digests.set(row.id, {
      total: counts.get(row.id)?.kept ?? 0,
      ...(version
        ? {
            latest: {
              id: version.id,
              label: version.label,
              createdAt: version.created_at,
            },
          }
        : {}),
      champions: [],
    });
  }
  for (const row of champions) {
    digests.get(row.subject_id)?.champions.push({
      versionId: row.version_id,
      version: row.label,
      stage: row.stage,
      target: { environment: row.environment, segment: row.segment },
      slot: row.slot,
      trafficPercent: row.traffic_percent,
      since: row.since,
    });
  }
  return digests;
}
