// @ts-check

/** @param {import('knex').Knex} knex */
exports.up = async function up(knex) {
  await knex.schema.alterTable('understudy_mlflow_provider', table => {
    table
      .string('requested_at', 24)
      .nullable()
      .comment('When an import was asked for that has not begun since');
  });
};

/** @param {import('knex').Knex} knex */
exports.down = async function down(knex) {
  await knex.schema.alterTable('understudy_mlflow_provider', table => {
    table.dropColumn('requested_at');
  });
};
