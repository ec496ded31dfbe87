// @ts-check

// What files of versions that sign others hold, so that they can be verified.
// Their digests are those of their rows in `version_artifact`: what is kept here
// is never changed. Apart from them, because most reads want no contents.

/** @param {import('knex').Knex} knex */
exports.up = async function up(knex) {
  await knex.schema.createTable('version_signature', table => {
    table.string('id', 26).primary();
    table.string('version_id', 26).notNullable().references('version.id');
    table.integer('position').notNullable();
    table.string('added_by', 512).notNullable();
    table.string('added_at', 24).notNullable();
    table
      .string('artifact_id', 26)
      .notNullable()
      .references('version_artifact.id');
    table.text('content').notNullable();
    table.unique(['artifact_id'], {
      indexName: 'version_signature_artifact_uniq',
    });
    table.index(['version_id', 'position'], 'version_signature_version_idx');
  });
};

/** @param {import('knex').Knex} knex */
exports.down = async function down(knex) {
  await knex.schema.dropTable('version_signature');
};
