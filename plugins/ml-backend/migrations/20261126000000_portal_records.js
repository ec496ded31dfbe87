// @ts-check

// Registered models that the portal keeps itself. Each is a registry record of
// the server `portal`, so that versions, aliases and promotions treat it as any
// other; the tables here hold what only such a record has.

/** @param {import('knex').Knex} knex */
exports.up = async function up(knex) {
  await knex.schema.alterTable('version', table => {
    // The registry's number where it is one: lists are ordered by it.
    table.integer('record_number').nullable();
    // Who a service says wrote the version; nobody has checked it.
    table.string('claimed_author', 512).nullable();
  });
  await knex('version')
    .whereRaw(
      knex.client.config.client === 'pg'
        ? `record_version ~ '^[0-9]{1,9}$'`
        : `record_version <> '' AND record_version NOT GLOB '*[^0-9]*' AND length(record_version) <= 9`,
    )
    .update({
      record_number: knex.raw('CAST(record_version AS INTEGER)'),
    });
  await knex.schema.alterTable('version', table => {
    table.index(['record_id', 'record_number'], 'version_record_number_idx');
    table.index(['run_id'], 'version_run_idx');
  });

  await knex.schema.alterTable('registry_record', table => {
    // Clients know a record by its name alone.
    table.index(['name'], 'registry_record_plain_name_idx');
  });

  await knex.schema.createTable('portal_record', table => {
    table.comment('What the portal alone knows of the records it keeps itself');
    table.string('record_id', 26).primary().references('registry_record.id');
    table.text('description').nullable();
    table.string('created_by', 512).notNullable();
    table.string('created_at', 24).notNullable();
    table.string('updated_at', 24).notNullable();
    // Counts up only, so that no number is given twice.
    table.integer('last_version').notNullable().defaultTo(0);
    // Whether the catalog is told of a Model for it, and of which one.
    table.boolean('emitted').notNullable();
    table.string('entity_name', 63).notNullable();
    table.string('owner', 512).nullable();
  });

  await knex.schema.createTable('portal_record_tag', table => {
    table
      .string('record_id', 26)
      .notNullable()
      .references('registry_record.id');
    table.string('key', 250).notNullable();
    table.text('value').notNullable();
    table.primary(['record_id', 'key'], 'portal_record_tag_pk');
  });

  await knex.schema.createTable('portal_version', table => {
    table.comment('What the portal alone knows of the versions it numbers');
    table.string('version_id', 26).primary().references('version.id');
    // As it was given; where the artifact is stands in the version.
    table.text('source').notNullable();
    // A tracking server may tell of a run that the client did not name.
    table.string('given_run_id', 255).nullable();
    table.text('run_link').nullable();
    table.string('stage', 16).nullable();
    table.string('updated_at', 24).notNullable();
  });
};

/** @param {import('knex').Knex} knex */
exports.down = async function down(knex) {
  await knex.schema.dropTable('portal_version');
  await knex.schema.dropTable('portal_record_tag');
  await knex.schema.dropTable('portal_record');
  for (const index of [
    'registry_record_plain_name_idx',
    'version_run_idx',
    'version_record_number_idx',
  ]) {
    await knex.raw('DROP INDEX ??', [index]);
  }
  // Not by the schema builder, which would copy the table on SQLite.
  for (const column of ['claimed_author', 'record_number']) {
    await knex.raw('ALTER TABLE version DROP COLUMN ??', [column]);
  }
};
