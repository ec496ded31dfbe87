// @ts-check

// Signs of life of scheduled tasks that run now: one without any was left
// behind by a process that died, and need not be waited for until its timeout.

/** @param {import('knex').Knex} knex */
exports.up = async function up(knex) {
  await knex.schema.createTable('running_task', table => {
    table.string('task', 255).primary();
    table.string('run', 36).notNullable();
    table.timestamp('alive_at').notNullable();
  });
};

/** @param {import('knex').Knex} knex */
exports.down = async function down(knex) {
  await knex.schema.dropTable('running_task');
};
