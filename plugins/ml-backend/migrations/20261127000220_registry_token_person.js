// @ts-check

// One row per person who made a registry token: whoever makes another one
// waits for it, so that the tokens of a person can be counted.

/** @param {import('knex').Knex} knex */
exports.up = async function up(knex) {
  await knex.schema.createTable('registry_token_person', table => {
    table.string('person', 512).primary();
  });
};

/** @param {import('knex').Knex} knex */
exports.down = async function down(knex) {
  await knex.schema.dropTable('registry_token_person');
};
