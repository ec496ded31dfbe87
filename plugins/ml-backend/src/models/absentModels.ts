import { Knex } from 'knex';

/**
 * The ids of subjects whose entities the catalog does not hold: those of which
 * that was noted, unless the index of models, which hears of new ones sooner,
 * has them again.
 */
export function absentModels(knex: Knex): Knex.QueryBuilder {
  return knex('subject')
    .select('subject.id')
    .whereNotNull('subject.deleted_at')
    .whereNotExists(
      knex('model_index')
        .select('ref')
        .whereRaw('model_index.ref = subject.ref'),
    );
}
