// @ts-check

// What lineage was last seen to say of the schemas of datasets and feature
// views. It is kept here so that contracts stay as they are while lineage does
// not answer, and are judged anew when they change and the data does not.

/** @param {import('knex').Knex} knex */
exports.up = async function up(knex) {
  await knex.schema.createTable('contract_observation', table => {
    table.string('subject_id', 26).primary().references('subject.id');
    table.string('digest', 64).notNullable();
    table.text('document').notNullable().comment('JSON');
    table.string('read_at', 24).notNullable();
  });
  await knex.schema.createTable('contract_observation_feed', table => {
    table.comment('One row: how far lineage was read, and whether it answers');
    table.integer('id').primary();
    table.string('cursor', 128).nullable();
    table.string('read_at', 24).nullable();
    table
      .string('failed_at', 24)
      .nullable()
      .comment('Since when it does not answer; null: it does');
  });
  await knex('contract_observation_feed').insert({ id: 1 });
};

/** @param {import('knex').Knex} knex */
exports.down = async function down(knex) {
  await knex.schema.dropTable('contract_observation_feed');
  await knex.schema.dropTable('contract_observation');
};
