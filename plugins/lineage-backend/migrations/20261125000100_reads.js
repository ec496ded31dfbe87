// @ts-check

/** @param {import('knex').Knex} knex */
exports.up = async function up(knex) {
  // Telling owners is bounded over all replicas, so what was sent is remembered
  // for as long as the bounds reach back.
  await knex.schema.createTable('impact_notice', table => {
    table.comment(
      'When somebody last told the owners of what a change touches',
    );
    table.string('sent_by', 255).notNullable().comment('Entity ref of a user');
    table
      .string('root_key', 43)
      .notNullable()
      .comment('SHA-256 of the id of what is changed');
    table.string('sent_at', 24).notNullable();
    table.primary(['sent_by', 'root_key'], 'impact_notice_pk');
    table.index(['sent_at'], 'impact_notice_sent_idx');
  });

  // Scans run on any replica: what one of them has written, the others know.
  await knex.schema.createTable('name_scan', table => {
    table.comment('One row: what table entity_name was last made from');
    table.integer('id').primary();
    table
      .string('digest', 43)
      .nullable()
      .comment('SHA-256 of all names; null while they are written');
  });
  await knex('name_scan').insert({ id: 1 });
};

/** @param {import('knex').Knex} knex */
exports.down = async function down(knex) {
  await knex.schema.dropTable('name_scan');
  await knex.schema.dropTable('impact_notice');
};
