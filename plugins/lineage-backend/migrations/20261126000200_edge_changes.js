// @ts-check

// Backends that hold the graph in memory keep up with it by what has changed
// since they last looked.

/** @param {import('knex').Knex} knex */
exports.up = async function up(knex) {
  await knex.schema.alterTable('drain', table => {
    table
      .bigInteger('edge_epoch')
      .notNullable()
      .defaultTo(0)
      .comment('Counts the changes of the graph');
  });
  await knex.schema.createTable('edge_change', table => {
    table.comment('The latest changes of the graph');
    table.bigInteger('epoch').notNullable();
    table.integer('src').notNullable();
    table.integer('dst').notNullable();
    table.integer('environment_id').notNullable();
    table.smallint('origin').notNullable().comment('As it is now; 0: gone');
    table.primary(['epoch', 'src', 'dst', 'environment_id'], 'edge_change_pk');
  });
};

/** @param {import('knex').Knex} knex */
exports.down = async function down(knex) {
  await knex.schema.dropTable('edge_change');
  await knex.schema.alterTable('drain', table => {
    table.dropColumn('edge_epoch');
  });
};
