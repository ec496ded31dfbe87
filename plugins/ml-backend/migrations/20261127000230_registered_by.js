// @ts-check

// Who registered a version at its server through the portal: a server does not
// say, and what the portal knows must outlast the next read of the server.

/** @param {import('knex').Knex} knex */
exports.up = async function up(knex) {
  await knex.schema.alterTable('version', table => {
    table.string('registered_by', 512).nullable();
  });
};

/** @param {import('knex').Knex} knex */
exports.down = async function down(knex) {
  // Not by the schema builder, which would copy the table on SQLite.
  await knex.raw('ALTER TABLE version DROP COLUMN ??', ['registered_by']);
};
