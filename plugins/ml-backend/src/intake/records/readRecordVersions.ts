import { Knex } from 'knex';
import { inBatches } from '../../database/inBatches';

/** What a row in a list of records says of its versions. */
export interface RecordVersions {
  count: number;
  latest?: { label: string; createdAt: string };
}

interface CountRow {
  id: string;
  count: number | string;
  latest_id: string | null;
}

/**
 * How many versions some records have, and which is the latest. Of a record
 * that is gone, those that went with it.
 */
export async function readRecordVersions(
  knex: Knex,
  records: readonly { id: string; gone_since: string | null }[],
): Promise<Map<string, RecordVersions>> {
  const versions = new Map<string, RecordVersions>();
  const live = records.filter(({ gone_since }) => gone_since === null);
  const gone = records.filter(({ gone_since }) => gone_since !== null);
  // Two statements, because no index helps to compare with what may be null.
  const groups = [
    [live, 'version.gone_since IS NULL'],
    [gone, 'version.gone_since = registry_record.gone_since'],
  ] as const;
  for (const [group, condition] of groups) {
    for (const batch of inBatches(group)) {
      const rows = await readCounts(
        knex,
        batch.map(({ id }) => id),
        condition,
      );
      const latest = await readLatest(knex, rows);
      for (const { id, count, latest_id } of rows) {
        const version = latest_id ? latest.get(latest_id) : undefined;
        versions.set(id, {
          count: Number(count),
          ...(version ? { latest: version } : {}),
        });
      }
    }
  }
  return versions;
}

async function readCounts(
  knex: Knex,
  ids: readonly string[],
  condition: string,
): Promise<CountRow[]> {
  const ofRecord = () =>
    knex('version')
      .whereRaw('version.record_id = registry_record.id')
      .whereRaw(condition);
  return await knex('registry_record')
    .whereIn('registry_record.id', [...ids])
    .select(
      'registry_record.id',
      ofRecord().count('*').as('count'),
      ofRecord()
        .select('version.id')
        .orderBy([
          { column: 'version.created_at', order: 'desc' },
          { column: 'version.id', order: 'desc' },
        ])
        .limit(1)
        .as('latest_id'),
    );
}

async function readLatest(
  knex: Knex,
  rows: readonly CountRow[],
): Promise<Map<string, { label: string; createdAt: string }>> {
  const latest: { id: string; label: string; created_at: string }[] =
    await knex('version')
      .whereIn(
        'id',
        rows.flatMap(({ latest_id }) => latest_id ?? []),
      )
      .select('id', 'label', 'created_at');
  return new Map(
    latest.map(({ id, label, created_at }) => [
      id,
      { label, createdAt: created_at },
    ]),
  );
}
