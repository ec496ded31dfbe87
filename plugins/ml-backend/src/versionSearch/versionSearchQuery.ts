import { Knex } from 'knex';
import { versionOrder } from '../registry/versionQuery';
import { VersionPosition } from '../registry/VersionStore';
import { ownedSubjects } from './namedVersions';
import { TextStarts, whereStartsWith } from './textStarts';
import { VersionSearchFilter } from './VersionSearchFilter';

/**
 * How many ids there are: `few` are looked up one by one; of `some` a set is
 * made that versions are looked up in; with `many` the database decides, while
 * it walks.
 */
export type Extent = 'few' | 'some' | 'many';

/** Ids of versions that another table names by one condition. */
export interface NamedVersions {
  ids: Knex.QueryBuilder;
  extent: Extent;
}

/** A search with what was found out about it beforehand. */
export interface VersionSelection {
  filter: VersionSearchFilter;
  /** What the versions are of, where that is not too much to name. */
  subjectIds?: readonly string[];
  /** How much the owners have, where it is too much to name. */
  owned?: Extent;
  named: readonly NamedVersions[];
  /** What the text names, where that is little. */
  starts?: TextStarts;
  /** Whether so many are by one person that a walk soon meets some. */
  byMany?: boolean;
  after?: VersionPosition;
}

const columns = ['version.id', 'version.created_at', 'version.subject_id'];

/** A page of the versions of a search, newest first. */
export function searchPageQuery(
  knex: Knex,
  selection: VersionSelection,
  limit: number,
): Knex.QueryBuilder {
  const { subjectIds, named, starts } = selection;
  const page = (query: Knex.QueryBuilder) =>
    query.select(columns).orderBy(versionOrder).limit(limit);
  if (starts) {
    const parts = startingQueries(knex, selection, starts).map((query, index) =>
      knex.select('*').from(page(query).as(`part_${index}`)),
    );
    return knex
      .select('*')
      .from(knex.union(parts).as('parts'))
      .orderBy(versionOrder)
      .limit(limit);
  }
  if (!subjectIds || subjectIds.length === 1 || named.length > 0) {
    return page(searchQuery(knex, selection));
  }
  // Each subject is walked by itself, because a walk through all versions
  // would pass by those of everybody else.
  const walks = subjectIds.map((id, index) =>
    knex
      .select('*')
      .from(
        page(searchQuery(knex, { ...selection, subjectIds: [id] })).as(
          `walk_${index}`,
        ),
      ),
  );
  return knex
    .select('*')
    .from(knex.unionAll(walks).as('walks'))
    .orderBy(versionOrder)
    .limit(limit);
}

/** The ids of the versions of a search, each once. */
export function searchIdsQuery(
  knex: Knex,
  selection: VersionSelection,
): Knex.QueryBuilder {
  const { starts } = selection;
  return starts
    ? knex.union(
        startingQueries(knex, selection, starts).map(query =>
          query.select('version.id'),
        ),
      )
    : searchQuery(knex, selection).select('version.id');
}

/** A search by a text in parts, which may have versions in common. */
function startingQueries(
  knex: Knex,
  selection: VersionSelection,
  { labelled, subjectIds }: TextStarts,
): Knex.QueryBuilder[] {
  const { text, ...filter } = selection.filter;
  const { named } = selection;
  return [
    searchQuery(knex, {
      ...selection,
      filter,
      named: [{ ids: labelled, extent: 'few' }, ...named],
    }),
    ...subjectIds.map(id =>
      searchQuery(knex, { ...selection, filter, subjectIds: [id] }),
    ),
  ];
}

/**
 * The versions of a search, unordered. They are met in order by a walk through
 * `version_search_idx` or `version_list_idx`, which hold all that is asked of
 * them, unless another table names few.
 */
export function searchQuery(
  knex: Knex,
  selection: VersionSelection,
): Knex.QueryBuilder {
  const {
    filter,
    subjectIds,
    owned = 'many',
    named,
    byMany,
    after,
  } = selection;
  const { owners, source, variant, text, createdBy } = filter;
  const first = named.find(({ extent }) => extent === 'few');
  // A cross join, because SQLite starts it from its left side.
  const query = first
    ? knex
        .withMaterialized('named', first.ids.clone().distinct())
        .from('named')
        .crossJoin(knex.ref('version'))
        .whereRaw('version.id = named.version_id')
    : knex('version');
  query.where('version.kind', filter.kind);
  if (!filter.includeDeleted) {
    query.whereNull('version.deleted_at');
  }
  for (const { ids, extent } of named.filter(one => one !== first)) {
    whereAmong(knex, query, 'version.id', ids, extent);
  }
  if (subjectIds) {
    query.whereIn('version.subject_id', [...subjectIds]);
  } else if (owners) {
    whereAmong(
      knex,
      query,
      'version.subject_id',
      ownedSubjects(knex, owners),
      owned,
    );
  }
  if (source !== undefined) {
    query.whereIn(
      'version.record_id',
      knex('registry_record').select('id').where({ server: source }),
    );
  }
  if (variant !== undefined) {
    query.where('version.variant', variant);
  }
  if (createdBy !== undefined && byMany) {
    query.where(either =>
      either
        .where('version.created_by', createdBy)
        .orWhere('version.registered_by', createdBy),
    );
  }
  if (text !== undefined) {
    whereStartsWith(knex, query, { text, kind: filter.kind });
  }
  if (filter.createdAfter !== undefined) {
    query.where('version.created_at', '>=', filter.createdAfter);
  }
  if (filter.createdBefore !== undefined) {
    query.where('version.created_at', '<', filter.createdBefore);
  }
  if (after) {
    query.whereRaw('(version.created_at, version.id) < (?, ?)', [
      after.createdAt,
      after.id,
    ]);
  }
  return query;
}

function whereAmong(
  knex: Knex,
  query: Knex.QueryBuilder,
  column: string,
  ids: Knex.QueryBuilder,
  extent: Extent,
): void {
  if (extent === 'some') {
    // Written so, PostgreSQL makes a set of them and walks in order until the
    // page is full. It would rather join, and then walks in no order, or looks
    // up each version it meets.
    query.where(knex.raw('(?? IN ?) IS TRUE', [column, ids]));
  } else if (extent === 'many' && knex.client.config.client === 'pg') {
    // As above, and it may also look up each that it meets, should they not
    // fit the memory.
    query.where(
      knex.raw(
        '(EXISTS (SELECT 1 FROM ? AS among (id) WHERE among.id = ??)) IS TRUE',
        [ids, column],
      ),
    );
  } else {
    query.whereIn(column, ids);
  }
}
