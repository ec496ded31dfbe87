import { Knex } from 'knex';

/** How many versions a model has. */
export interface VersionCount {
  total: number;
  /** Those of them that have no tombstone. */
  kept: number;
}

/**
 * How many versions some models have, by subject id. Reads counters that the
 * database keeps, not the versions: see the migration `version_count`.
 */
export async function countVersions(
  knex: Knex,
  subjectIds: readonly string[],
): Promise<Map<string, VersionCount>> {
  const rows: {
    subject_id: string;
    total: number | string;
    deleted: number | string;
  }[] = await knex('version_count')
    .whereIn('subject_id', [...subjectIds])
    .groupBy('subject_id')
    .select('subject_id')
    .sum({ total: 'total', deleted: 'deleted' });
  return new Map(
    rows.map(row => {
      const total = Number(row.total);
      return [row.subject_id, { total, kept: total - Number(row.deleted) }];
    }),
  );
}

/** More records than this are not listed. */
const RECORD_LIMIT = 200;

/**
 * The records of a server that hold versions of a model, and how many versions
 * that is. Undefined when there are more than two hundred records.
 */
export async function findSourceRecords(
  knex: Knex,
  options: { subjectId: string; server: string },
): Promise<{ ids: string[]; versions: number } | undefined> {
  const { subjectId, server } = options;
  const rows: { record_id: string; total: number }[] = await knex(
    'version_count',
  )
    .join(
      'registry_record',
      'registry_record.id',
      '=',
      'version_count.record_id',
    )
    .where('version_count.subject_id', subjectId)
    .where('registry_record.server', server)
    .limit(RECORD_LIMIT + 1)
    .select('version_count.record_id', 'version_count.total');
  return rows.length > RECORD_LIMIT
    ? undefined
    : {
        ids: rows.map(row => row.record_id),
        versions: rows.reduce((sum, row) => sum + row.total, 0),
      };
}
