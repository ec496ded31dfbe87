// @ts-check

// Backends keep answers as long as the graph is the one that they were made of.

/** @param {import('knex').Knex} knex */
exports.up = async function up(knex) {
  await knex.schema.alterTable('drain', table => {
    table
      .bigInteger('graph_version')
      .notNullable()
      .defaultTo(0)
      .comment('Counts what was done to the graph and all that is shown of it');
  });
};

/** @param {import('knex').Knex} knex */
exports.down = async function down(knex) {
  await knex.schema.alterTable('drain', table => {
    table.dropColumn('graph_version');
  });
};
