import { Knex } from 'knex';
import { MetricCondition } from './metricCondition';
import { VersionSearchFilter } from './VersionSearchFilter';

/** Ids of versions, in a column `version_id`. */
export interface VersionIds {
  ids: Knex.QueryBuilder;
  /** Whether they are gathered from many places of an index, not read off one. */
  isRange: boolean;
  /** Whether they are only those of the subjects that a search is narrowed to. */
  isOfSubjects: boolean;
}

/**
 * The versions that other tables name, one query per condition. A version has
 * a metric several times, by dataset and split: one that fits is enough.
 *
 * @param subjects - the ids of what the versions are of, where that is known:
 * much else may be named by the same, and some tables say it themselves.
 */
export function namedByFilter(
  knex: Knex,
  filter: VersionSearchFilter,
  subjects?: Knex.QueryBuilder,
): VersionIds[] {
  const { alias, stage, contract, tags = [], metrics = [] } = filter;
  const of = (query: Knex.QueryBuilder, column = 'subject_id') =>
    subjects ? query.whereIn(column, subjects.clone()) : query;
  const ids = (table: string) => knex(table).select('version_id');
  const exact = [
    ...(alias === undefined ? [] : [aliasedVersions(knex, alias, subjects)]),
    ...(stage === undefined
      ? []
      : [of(ids('assignment').where({ stage }).whereNull('until'))]),
    ...tags.map(tag => of(ids('version_tag').where(tag))),
    ...(contract === undefined
      ? []
      : [
          of(
            knex('contract_subject_version')
              .join(
                'contract_version',
                'contract_version.id',
                '=',
                'contract_subject_version.contract_version_id',
              )
              .where('contract_version.version', contract)
              .select('contract_subject_version.version_id'),
            'contract_version.subject_id',
          ),
        ]),
  ];
  const measured = metrics.map(metric => measuredVersions(knex, metric));
  return [
    ...exact.map(found => ({
      ids: found,
      isRange: false,
      isOfSubjects: subjects !== undefined,
    })),
    ...measured.map(found => ({
      ids: found,
      isRange: true,
      isOfSubjects: false,
    })),
  ];
}

function aliasedVersions(
  knex: Knex,
  alias: string,
  subjects: Knex.QueryBuilder | undefined,
): Knex.QueryBuilder {
  const query = knex('version_alias').select('version_id').where({ alias });
  return subjects
    ? query.whereIn(
        'record_id',
        knex('registry_record')
          .select('id')
          .whereIn('subject_id', subjects.clone()),
      )
    : query;
}

/**
 * The versions that somebody made, or registered at their servers: a server
 * does not say who asked the portal for it.
 */
export function versionsBy(knex: Knex, person: string): Knex.QueryBuilder {
  const made = knex.unionAll(
    ['created_by', 'registered_by'].map(column =>
      knex('version').select('id as version_id').where(column, person),
    ),
  );
  return knex.select('version_id').from(made.as('made'));
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
  return knex('subject').select('subject.id').whereIn('subject.id', owned);
}
