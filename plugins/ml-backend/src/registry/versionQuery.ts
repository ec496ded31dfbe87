import { Knex } from 'knex';
import { VersionFilter, VersionView } from './VersionStore';

/** How many of the newest versions are notable in any case. */
export const LATEST_COUNT = 10;

/**
 * Versions of one model that a view and a filter leave, unordered. Every
 * condition starts from an index on the subject, so that a model with a
 * hundred thousand versions is read as fast as a small one.
 */
export function versionQuery(
  knex: Knex,
  options: { subjectId: string; view: VersionView; filter: VersionFilter },
): Knex.QueryBuilder {
  const { subjectId, view, filter } = options;
  const query = knex('version').where('version.subject_id', subjectId);
  if (view === 'notable') {
    query.whereIn('version.id', notableIds(knex, subjectId));
  }
  if (filter.label !== undefined) {
    query.whereRaw(`version.label LIKE ? ESCAPE '!'`, [
      `${escapeLike(filter.label)}%`,
    ]);
  }
  if (filter.alias !== undefined) {
    query.whereIn(
      'version.id',
      aliasedIds(knex, subjectId).where('version_alias.alias', filter.alias),
    );
  }
  if (filter.stage !== undefined) {
    query.whereIn(
      'version.id',
      assignedIds(knex, subjectId)
        .whereNull('until')
        .where('stage', filter.stage),
    );
  }
  if (filter.source !== undefined) {
    query.whereIn(
      'version.record_id',
      knex('registry_record')
        .select('id')
        .where({ subject_id: subjectId, server: filter.source }),
    );
  }
  if (filter.variant !== undefined) {
    query.where('version.variant', filter.variant);
  }
  if (filter.createdBy !== undefined) {
    query.where('version.created_by', filter.createdBy);
  }
  for (const { key, value } of filter.tags ?? []) {
    query.whereIn(
      'version.id',
      knex('version_tag')
        .select('version_id')
        .where({ subject_id: subjectId, key, value }),
    );
  }
  return query;
}

/** `LIKE` with `!` as its escape character, the same on both databases. */
export function escapeLike(text: string): string {
  return text.replace(/[!%_]/g, character => `!${character}`);
}

function notableIds(knex: Knex, subjectId: string): Knex.QueryBuilder {
  const latest = knex('version')
    .select('id')
    .where('subject_id', subjectId)
    .orderBy([
      { column: 'created_at', order: 'desc' },
      { column: 'id', order: 'desc' },
    ])
    .limit(LATEST_COUNT)
    .as('latest');
  return knex
    .select('id')
    .from(latest)
    .union([assignedIds(knex, subjectId), aliasedIds(knex, subjectId)]);
}

function assignedIds(knex: Knex, subjectId: string): Knex.QueryBuilder {
  return knex('assignment').select('version_id').where('subject_id', subjectId);
}

function aliasedIds(knex: Knex, subjectId: string): Knex.QueryBuilder {
  return knex('version_alias')
    .select('version_alias.version_id')
    .join(
      'registry_record',
      'registry_record.id',
      '=',
      'version_alias.record_id',
    )
    .where('registry_record.subject_id', subjectId);
}
