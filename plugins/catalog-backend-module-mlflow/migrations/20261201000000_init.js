// @ts-check

// The tables stand in the database of the catalog, so their names begin with
// ours. Times are ISO 8601 strings in UTC with milliseconds (24 characters).
// Structured values are JSON text, because nothing is queried inside them.

/** @param {import('knex').Knex} knex */
exports.up = async function up(knex) {
  await knex.schema.createTable('understudy_mlflow_provider', table => {
    table.comment('One row per MLflow server: how its import stands');
    table.string('id', 63).primary();
    table.string('last_started_at', 24).nullable();
    table.string('last_finished_at', 24).nullable();
    table.string('last_success_at', 24).nullable();
    table.text('last_error').nullable();
    table.text('counts').nullable();
    table
      .string('entities_digest', 64)
      .nullable()
      .comment('Hash of the entities that were last given to the catalog');
    table.string('applied_at', 24).nullable();
    table.text('held').nullable().comment('A change that waits for release');
    table
      .string('released_fingerprint', 64)
      .nullable()
      .comment('The held change that somebody let through');
  });

  await knex.schema.createTable('understudy_mlflow_record', table => {
    table.comment('What an MLflow server holds or held under one name');
    table.string('provider', 63).notNullable();
    table.string('name', 500).notNullable();
    table.string('kind', 16).notNullable();
    table.string('entity_ref', 512).nullable();
    table
      .text('snapshot')
      .notNullable()
      .comment('What a gone record is still shown with');
    table.string('first_seen_at', 24).notNullable();
    table.string('gone_since', 24).nullable();
    table.primary(['provider', 'name']);
  });
};

/** @param {import('knex').Knex} knex */
exports.down = async function down(knex) {
  await knex.schema.dropTable('understudy_mlflow_record');
  await knex.schema.dropTable('understudy_mlflow_provider');
};
