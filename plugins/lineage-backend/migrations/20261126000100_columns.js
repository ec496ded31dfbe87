// @ts-check

// What fields are made from, as the latest facets of each dataset and job say.
// Everything here follows from facets, and is made anew when they change.

/** @param {import('knex').Knex} knex */
exports.up = async function up(knex) {
  await knex.schema.createTable('dataset_column', table => {
    table.comment('Fields that connections between fields speak of');
    table.increments('id');
    table
      .integer('node_id')
      .notNullable()
      .comment('The dataset, or what it folds into');
    table
      .string('key', 43)
      .notNullable()
      .comment('SHA-256 of the name: it can be longer than an index takes');
    table.text('name').notNullable().comment('Empty: the dataset as a whole');
    table.unique(['node_id', 'key'], { indexName: 'dataset_column_uniq' });
  });

  await knex.schema.createTable('column_edge', table => {
    table.comment('Connections between fields');
    table.integer('src').notNullable();
    table.integer('dst').notNullable();
    table
      .integer('claimant_id')
      .notNullable()
      .comment('The dataset or job whose facet says so');
    table
      .smallint('kind')
      .notNullable()
      .comment('1 the value is passed on, 2 it decides something, 3 both');
    table.primary(['claimant_id', 'src', 'dst'], 'column_edge_pk');
    table.index(['src', 'dst', 'kind'], 'column_edge_src_idx');
    table.index(['dst', 'src', 'kind'], 'column_edge_dst_idx');
  });

  await knex.schema.alterTable('run_edge', table => {
    table
      .string('version', 256)
      .nullable()
      .comment('Of the dataset at one end that the run read or wrote');
  });
  // What read or wrote one version of something, newest first.
  for (const end of ['src', 'dst']) {
    await knex.raw(
      `create index run_edge_${end}_version_idx on run_edge (${end}_root, version, last_seen) where version is not null`,
    );
  }
};

/** @param {import('knex').Knex} knex */
exports.down = async function down(knex) {
  for (const end of ['src', 'dst']) {
    await knex.raw(`drop index run_edge_${end}_version_idx`);
  }
  await knex.schema.alterTable('run_edge', table => {
    table.dropColumn('version');
  });
  await knex.schema.dropTable('column_edge');
  await knex.schema.dropTable('dataset_column');
};
