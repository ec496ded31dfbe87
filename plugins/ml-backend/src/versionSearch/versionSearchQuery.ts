import { Knex } from 'knex';
import { versionOrder } from '../registry/versionQuery';
import { VersionPosition } from '../registry/VersionStore';
import { MetricCondition } from './metricCondition';
import { VersionSearchFilter } from './VersionSearchFilter';

/**
 * How many ids there are: `few` are looked up one by one; of `some` a set is
 * made that versions are looked up in; in `many` they are looked up where the
 * database thinks best.
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
  after?: VersionPosition;
}

const columns = ['version.id', 'version.created_at', 'version.subject_id'];

/** A page of the versions of a search, newest first. */
export function searchPageQuery(
  knex: Knex,
  selection: VersionSelection,
  limit: number,
): Knex.QueryBuilder {
  const { subjectIds, named } = selection;
  const page = (query: Knex.QueryBuilder) =>
    query.select(columns).orderBy(versionOrder).limit(limit);
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

/**
 * The versions of a search, unordered. They are met in order by a walk through
 * `version_search_idx` or `version_list_idx`, which hold all that is asked of
 * them, unless another table names few.
 */
export function searchQuery(
  knex: Knex,
  { filter, subjectIds, owned = 'many', named, after }: VersionSelection,
): Knex.QueryBuilder {
  const { owners, source, variant, text } = filter;
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
  if (text !== undefined) {
    whereStartsWith(knex, query, text);
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

/**
 * The versions that other tables name, one query per condition. A version has
 * a metric several times, by dataset and split: one that fits is enough.
 */
export function namedByFilter(
  knex: Knex,
  { alias, stage, contract, tags = [], metrics = [] }: VersionSearchFilter,
): Knex.QueryBuilder[] {
  const ids = (table: string) => knex(table).select('version_id');
  return [
    ...(alias === undefined ? [] : [ids('version_alias').where({ alias })]),
    ...(stage === undefined
      ? []
      : [ids('assignment').where({ stage }).whereNull('until')]),
    ...tags.map(tag => ids('version_tag').where(tag)),
    ...(contract === undefined
      ? []
      : [
          knex('contract_subject_version')
            .join(
              'contract_version',
              'contract_version.id',
              '=',
              'contract_subject_version.contract_version_id',
            )
            .where('contract_version.version', contract)
            .select('contract_subject_version.version_id'),
        ]),
    ...metrics.map(metric => measuredVersions(knex, metric)),
  ];
}

/** By metrics of runs, and by evaluations on whole datasets. */
function measuredVersions(
  knex: Knex,
  { name, comparator, value }: MetricCondition,
): Knex.QueryBuilder {
  const measured = knex.unionAll([
    knex('version_metric')
      .select('version_id')
      .where({ name })
      .where('value', comparator, value),
    knex('version_evaluation_metric as measured')
      .join('version_evaluation', 'version_evaluation.id', '=', 'evaluation_id')
      .select('version_evaluation.version_id')
      .where({ name, slice: '{}' })
      .where('value', comparator, value),
  ]);
  return knex.select('version_id').from(measured.as('measured'));
}

/**
 * What some owners have, by what was last seen of it: of a subject when it was
 * compared with the catalog, and of a model when it was indexed, which is sooner.
 */
export function ownedSubjects(
  knex: Knex,
  owners: readonly string[],
): Knex.QueryBuilder {
  const owned = knex.union([
    knex('subject')
      .select('id')
      .whereIn('last_owner', [...owners]),
    knex('model_index')
      .join('subject', 'subject.ref', '=', 'model_index.ref')
      .select('subject.id')
      .whereIn('model_index.owner', [...owners]),
  ]);
  return knex('subject').select('id').whereIn('id', owned);
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
  } else {
    query.whereIn(column, ids);
  }
}

function whereStartsWith(
  knex: Knex,
  query: Knex.QueryBuilder,
  text: string,
): void {
  const start = text.toLowerCase();
  // Names and labels are ASCII; this is above all that begins with the text.
  const end = `${start}\u{10FFFF}`;
  const name =
    knex.client.config.client === 'pg'
      ? `split_part(subject.ref, '/', 2) COLLATE "C"`
      : `substr(subject.ref, instr(subject.ref, '/') + 1)`;
  const named = knex('subject')
    .select('subject.id')
    .whereRaw('subject.id = version.subject_id')
    .whereRaw(`${name} >= ?`, [start])
    .whereRaw(`${name} < ?`, [end]);
  query.where(either =>
    either
      .whereRaw('lower(substr(version.label, 1, ?)) = ?', [start.length, start])
      .orWhereExists(named),
  );
}
