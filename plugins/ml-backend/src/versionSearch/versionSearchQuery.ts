import { Knex } from 'knex';
import { absentModels } from '../models/absentModels';
import { versionOrder } from '../registry/versionQuery';
import { VersionPosition } from '../registry/VersionStore';
import { VersionIds } from './namedVersions';
import { TextStarts, whereStartsWith } from './textStarts';
import { VersionSearchFilter } from './VersionSearchFilter';
import { Extent, whereAmong, whereNamed } from './whereAmong';

/** Ids of versions that another table names by one condition. */
export interface NamedVersions extends VersionIds {
  extent: Extent;
}

/** A search with what was found out about it beforehand. */
export interface VersionSelection {
  filter: VersionSearchFilter;
  /** What the versions are of, where that is not too much to name. */
  subjectIds?: readonly string[];
  /** What the owners have, where it is too much to name. */
  owned?: { ids: Knex.QueryBuilder; extent: Extent };
  named: readonly NamedVersions[];
  /** One of those, whose versions are all looked up, instead of a walk. */
  start?: NamedVersions;
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
  const start: NamedVersions = {
    ids: labelled,
    isRange: false,
    isOfSubjects: false,
    extent: 'few',
  };
  return [
    searchQuery(knex, {
      ...selection,
      filter,
      named: [start, ...named],
      start,
    }),
    // From the versions of each subject, and not from the same ones each time.
    ...subjectIds.map(id =>
      searchQuery(knex, {
        ...selection,
        filter,
        subjectIds: [id],
        start: undefined,
      }),
    ),
  ];
}

/**
 * The versions of a search, unordered. They are met in order by a walk through
 * `version_search_idx` or `version_list_idx`, which hold all that is asked of
 * them, unless there is something to start from.
 */
export function searchQuery(
  knex: Knex,
  selection: VersionSelection,
): Knex.QueryBuilder {
  const { named, start } = selection;
  if (!start) {
    return narrow(knex, knex('version'), selection);
  }
  const query = knex
    .withMaterialized('named', start.ids.clone().distinct())
    .from('named');
  const version = 'version.id = named.version_id';
  const others = { ...selection, named: named.filter(one => one !== start) };
  if (knex.client.config.client === 'pg') {
    // With a limit PostgreSQL looks them up one by one, whatever it expects:
    // what it expects of several conditions together is far from the truth.
    const found = narrow(knex, knex('version').whereRaw(version), others)
      .select(columns)
      .limit(1);
    return query.crossJoin(knex.raw('LATERAL ? AS version', [found]));
  }
  // SQLite starts a cross join from its left side.
  query.crossJoin(knex.ref('version')).whereRaw(version);
  return narrow(knex, query, others);
}

/** Adds the conditions of a search to a query of versions. */
function narrow(
  knex: Knex,
  query: Knex.QueryBuilder,
  selection: VersionSelection,
): Knex.QueryBuilder {
  const { filter, start, subjectIds, owned, named, byMany, after } = selection;
  const { source, variant, text, createdBy } = filter;
  query.where('version.kind', filter.kind);
  if (!filter.includeDeleted) {
    query.whereNull('version.deleted_at');
  }
  for (const { ids, extent, isRange } of named) {
    if (extent === 'many' && (start || isRange)) {
      whereNamed(knex, query, ids);
    } else {
      whereAmong(knex, query, 'version.id', ids, extent);
    }
  }
  if (subjectIds) {
    query.whereIn('version.subject_id', [...subjectIds]);
  } else if (owned) {
    const { ids, extent } = owned;
    whereAmong(knex, query, 'version.subject_id', ids.clone(), extent);
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
  if (filter.kind === 'model' && !subjectIds && !owned) {
    // Nobody is shown those: a page would have to be filled up again and again.
    // Last, because most of what a walk passes by fails before it comes to this.
    query.whereNotIn('version.subject_id', absentModels(knex));
  }
  return query;
}
