// @ts-check

// A copy of what the list of models filters and sorts by. It only selects
// which models are on a page: what is shown is read from the catalog. It can
// be emptied at any time and is filled again by the next refresh.

/** @param {import('knex').Knex} knex */
exports.up = async function up(knex) {
  await knex.schema.createTable('model_index', table => {
    table.string('ref', 512).primary();
    table.string('title', 512).notNullable();
    table.string('owner', 512).notNullable();
    table.string('type', 128).notNullable();
    table.string('lifecycle', 128).notNullable();
    table.string('tier', 64).notNullable();
    table.text('text').notNullable();
    table.string('etag', 128).notNullable();
    table.index(['title', 'ref'], 'model_index_title_idx');
    table.index(['owner', 'title', 'ref'], 'model_index_owner_idx');
  });
};

/** @param {import('knex').Knex} knex */
exports.down = async function down(knex) {
  await knex.schema.dropTable('model_index');
};
