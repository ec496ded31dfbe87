import { Knex } from 'knex';
import {
  NumberedVersionRow,
  selectVersions,
  versionSourceSql,
} from '../records/selectVersions';
import { absentOfRecords } from './absentOfRecords';
import { keysetPage, OrderColumn } from './keysetPage';
import { pageByRecord } from './pageByRecord';
import { FilterCondition } from './parseFilter';
import { isAboutRecord, recordTags, whereConditions } from './whereConditions';

/** More versions than this are not named one by one. */
const MAX_NAMED = 1000;

/** The rows of a page of versions, with the names of their records. */
export async function findVersionRows(
  knex: Knex,
  search: {
    /** The one name that the records have, where it is asked for. */
    name: string | undefined;
    conditions: readonly FilterCondition[];
    columns: readonly OrderColumn[];
    after: readonly (string | number)[] | undefined;
    limit: number;
  },
): Promise<NumberedVersionRow[]> {
  const { name, conditions, columns, after, limit } = search;
  const isPostgres = knex.client.config.client === 'pg';
  const attributes = {
    name: 'registry_record.name',
    run_id: 'version.run_id',
    source_path: versionSourceSql,
    version_number: 'version.record_number',
  };
  const tags = {
    id: 'version.id',
    table: 'version_tag',
    foreignKey: 'version_id',
  };
  const ids = await versionsFrom(knex, conditions);
  const isByRecord =
    columns[0].field === 'name' &&
    ids === undefined &&
    !(await namesFew(knex, conditions));
  if (isPostgres && isByRecord) {
    const records = knex('registry_record')
      .whereNull('gone_since')
      .whereNotIn('subject_id', absentOfRecords(knex))
      .select('id', 'name');
    whereConditions(knex, records, conditions.filter(isAboutRecord), {
      attributes: { name: attributes.name },
      tags: recordTags,
    });
    const versions = selectVersions(knex);
    whereConditions(
      knex,
      versions,
      conditions.filter(condition => !isAboutRecord(condition)),
      { attributes, tags },
    );
    return await pageByRecord(knex, { ...search, records, versions });
  }
  const rows = selectVersions(knex)
    .from(
      // SQLite starts a cross join from its left side, and so meets the names in
      // their order; PostgreSQL has gone another way by then.
      knex.raw(
        `registry_record ${isByRecord ? 'CROSS' : 'INNER'} JOIN version ON version.record_id = registry_record.id`,
      ),
    )
    .whereNull('registry_record.gone_since')
    .whereNotIn('registry_record.subject_id', absentOfRecords(knex))
    .select('registry_record.name')
    .limit(limit);
  const records =
    name === undefined ? undefined : await recordsNamed(knex, name);
  if (records) {
    rows.whereIn(
      'version.record_id',
      records.map(({ id }) => id),
    );
  }
  if (isPostgres || columns[0].field === 'created_at') {
    // All that clients see are; with it an index has them by time. SQLite would
    // take it for something else, too, that others are better for.
    rows.where('version.kind', 'model');
  }
  if (ids) {
    rows.whereIn('version.id', ids);
  }
  whereConditions(knex, rows, conditions, {
    attributes,
    tags: {
      ...tags,
      ...(records
        ? {
            within: {
              column: 'version_tag.subject_id',
              values: records.map(({ subject }) => subject),
            },
          }
        : {}),
    },
  });
  keysetPage(rows, columns, after);
  return await rows;
}

/**
 * Whether an index leads to the few versions that a filter leaves, so that they
 * are better collected and then ordered.
 */
async function namesFew(
  knex: Knex,
  conditions: readonly FilterCondition[],
): Promise<boolean> {
  const others = conditions.filter(condition => !isAboutRecord(condition));
  for (const { on, key, comparator, value } of others) {
    if (key === 'run_id' && ['=', 'IN'].includes(comparator)) {
      return true;
    }
    if (on === 'tag' && comparator === '=') {
      const tagged = await knex('version_tag')
        .where({ key, value })
        .limit(MAX_NAMED + 1)
        .select('version_id');
      if (tagged.length <= MAX_NAMED) {
        return true;
      }
    }
  }
  return false;
}

/**
 * The ids of the versions that may come from the source that a filter asks
 * for, unless they are many. No index holds the source of a version, because
 * it stands in one of two tables; each of them has one.
 */
async function versionsFrom(
  knex: Knex,
  conditions: readonly FilterCondition[],
): Promise<string[] | undefined> {
  const source = conditions.find(
    ({ on, key, comparator }) =>
      on === 'text' && key === 'source_path' && comparator === '=',
  );
  if (source?.on !== 'text') {
    return undefined;
  }
  const rows: { id: string }[] = await knex
    .select('id')
    .from(
      knex
        .unionAll([
          knex('portal_version')
            .select('version_id as id')
            .where({ source: source.value }),
          knex('version').select('id').where({ artifact_uri: source.value }),
        ])
        .as('named'),
    )
    .limit(MAX_NAMED + 1);
  return rows.length > MAX_NAMED ? undefined : rows.map(({ id }) => id);
}

async function recordsNamed(
  knex: Knex,
  name: string,
): Promise<{ id: string; subject: string }[]> {
  return await knex('registry_record')
    .where({ name, gone_since: null })
    .select('id', 'subject_id as subject');
}
