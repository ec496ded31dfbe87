// @ts-check

// Facets may say more about fields than is kept. Which datasets that is about is
// remembered, so that what is read of them does not look complete.

/** @param {import('knex').Knex} knex */
exports.up = async function up(knex) {
  await knex.schema.createTable('column_cut', table => {
    table.comment('Datasets of which connections between fields are left out');
    table
      .integer('claimant_id')
      .notNullable()
      .comment('The dataset or job whose facet says more');
    table
      .integer('node_id')
      .notNullable()
      .comment('The dataset, or what it folds into');
    table.primary(['claimant_id', 'node_id'], 'column_cut_pk');
    table.index(['node_id', 'claimant_id'], 'column_cut_node_idx');
  });
};

/** @param {import('knex').Knex} knex */
exports.down = async function down(knex) {
  await knex.schema.dropTable('column_cut');
};
