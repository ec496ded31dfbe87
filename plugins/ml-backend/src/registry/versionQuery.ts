import { Knex } from 'knex';
import { VersionFilter, VersionPosition, VersionView } from './VersionStore';

/** How many of the newest versions are notable in any case. */
export const LATEST_COUNT = 10;

/** Newest first. */
export const versionOrder = [
  { column: 'created_at', order: 'desc' },
  { column: 'id', order: 'desc' },
];

/** Which versions of a model are meant. */
export interface VersionSelection {
  subjectId: string;
  view: VersionView;
  filter: VersionFilter;
  /**
   * The records of `filter.source`, where they are known: a database that is
   * told them knows better how many versions to expect.
   */
  records?: readonly string[];
  /** Whether another table names only few of them; see `areFew`. */
  few?: boolean;
}

/** Up to so many versions are looked up one by one. */
const FEW = 1000;

/**
 * Whether tags, aliases or assignments leave few versions. The database itself
 * cannot tell beforehand, and what is best for few is bad for many.
 */
export async function areFew(
  knex: Knex,
  selection: VersionSelection,
): Promise<boolean> {
  const [first] = namedElsewhere(knex, selection);
  if (!first) {
    return false;
  }
  const [{ count }] = await knex
    .from(first.limit(FEW + 1).as('named'))
    .count({ count: '*' });
  return Number(count) <= FEW;
}

/**
 * The ids of one page of versions. What it filters and orders by is in one
 * index, `version_list_idx`, which is walked until the page is full. Versions
 * that another table names are collected first: a database that expects to
 * meet enough of them on its walk would walk past all others for a rare one.
 */
export function versionPageQuery(
  knex: Knex,
  options: VersionSelection & { limit: number; after?: VersionPosition },
): Knex.QueryBuilder {
  const { limit, after } = options;
  const selected = versionQuery(knex, options).select(
    'version.id',
    'version.created_at',
  );
  if (after) {
    selected.whereRaw('(version.created_at, version.id) < (?, ?)', [
      after.createdAt,
      after.id,
    ]);
  }
  const page = knex
    .select('id')
    .from('selected')
    .orderBy(versionOrder)
    .limit(limit);
  return namedElsewhere(knex, options).length > 0
    ? page.withMaterialized('selected', selected)
    : page.with('selected', selected);
}

/**
 * Versions of one model that a view and a filter leave, unordered. Every
 * condition starts from an index on the subject, so that a model with a
 * hundred thousand versions is read as fast as a small one.
 */
export function versionQuery(
  knex: Knex,
  options: VersionSelection,
): Knex.QueryBuilder {
  const { subjectId, filter, records, few } = options;
  const named = namedElsewhere(knex, options);
  const first = few ? named.shift() : undefined;
  // A cross join, because SQLite starts it from its left side.
  const query = first
    ? knex
        .from(first.distinct().as('named'))
        .crossJoin(knex.ref('version'))
        .whereRaw('version.id = named.version_id')
    : knex('version');
  query.where('version.subject_id', subjectId);
  for (const ids of named) {
    query.whereIn('version.id', ids);
  }
  if (filter.label !== undefined) {
    query.whereRaw(`version.label LIKE ? ESCAPE '!'`, [
      `${escapeLike(filter.label)}%`,
    ]);
  }
  if (filter.source !== undefined) {
    if (records) {
      query.whereIn('version.record_id', records);
    } else {
      query.whereIn(
        'version.record_id',
        knex('registry_record')
          .select('id')
          .where({ subject_id: subjectId, server: filter.source }),
      );
    }
  }
  if (filter.variant !== undefined) {
    query.where('version.variant', filter.variant);
  }
  if (filter.createdBy !== undefined) {
    const { createdBy } = filter;
    query.where(either =>
      either
        .where('version.created_by', createdBy)
        .orWhere('version.registered_by', createdBy),
    );
  }
  return query;
}

/** `LIKE` with `!` as its escape character, the same on both databases. */
export function escapeLike(text: string): string {
  return text.replace(/[!%_]/g, character => `!${character}`);
}

/**
 * The ids of the versions that a view and a filter take from other tables, one
 * query per condition: what names few versions as a rule comes first.
 */
function namedElsewhere(
  knex: Knex,
  { subjectId, view, filter }: VersionSelection,
): Knex.QueryBuilder[] {
  const { alias, stage, tags = [] } = filter;
  return [
    ...(alias === undefined
      ? []
      : [aliasedIds(knex, subjectId).where('version_alias.alias', alias)]),
    ...(stage === undefined
      ? []
      : [assignedIds(knex, subjectId).whereNull('until').where({ stage })]),
    ...(view === 'notable' ? [notableIds(knex, subjectId)] : []),
    ...tags.map(({ key, value }) =>
      knex('version_tag')
        .select('version_id')
        .where({ subject_id: subjectId, key, value }),
    ),
  ];
}

function notableIds(knex: Knex, subjectId: string): Knex.QueryBuilder {
  const latest = knex('version')
    .select('id as version_id')
    .where('subject_id', subjectId)
    .orderBy([
      { column: 'created_at', order: 'desc' },
      { column: 'id', order: 'desc' },
    ])
    .limit(LATEST_COUNT)
    .as('latest');
  return knex
    .select('version_id')
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
