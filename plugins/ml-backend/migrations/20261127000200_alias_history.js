// @ts-check

// What became of aliases, whoever moved them, and where they point elsewhere
// than what was decided. Changes of aliases are only ever added.

/** @param {import('knex').Knex} knex */
exports.up = async function up(knex) {
  await knex.schema.createTable('alias_change', table => {
    table.comment('That an alias was set, moved or taken off: append-only');
    table.string('id', 26).primary();
    table.string('subject_id', 26).notNullable().references('subject.id');
    table
      .string('record_id', 26)
      .notNullable()
      .references('registry_record.id');
    table.string('alias', 255).notNullable();
    table.string('from_version_id', 26).nullable().references('version.id');
    table.string('to_version_id', 26).nullable().references('version.id');
    table.string('at', 24).notNullable();
    table.string('via', 16).notNullable();
    table.string('changed_by', 512).nullable();
    table.string('promotion_id', 26).nullable().references('promotion.id');
    // Histories are newest first, of a model or of one alias of it.
    table.index(['subject_id', 'id'], 'alias_change_subject_idx');
    table.index(['subject_id', 'alias', 'id'], 'alias_change_alias_idx');
    // A read of a registry looks for what happened since it began.
    table.index(['record_id', 'at'], 'alias_change_record_idx');
  });

  await knex.schema.createTable('alias_drift', table => {
    table.comment('Aliases that point elsewhere than what was decided');
    table.string('id', 26).primary();
    table.string('subject_id', 26).notNullable().references('subject.id');
    table
      .string('record_id', 26)
      .notNullable()
      .references('registry_record.id');
    table.string('alias', 255).notNullable();
    table.string('stage', 64).notNullable();
    table.string('environment', 64).notNullable();
    table.string('segment', 255).notNullable();
    table.string('slot', 16).notNullable();
    table.string('decided_version_id', 26).nullable().references('version.id');
    table.string('found_version_id', 26).nullable().references('version.id');
    table.string('since', 24).notNullable();
    table.string('state', 16).notNullable();
    table.string('ended_at', 24).nullable();
    // What was chosen and is not done yet.
    table.string('wanted', 16).nullable();
    table.string('chosen_by', 512).nullable();
    table.string('chosen_at', 24).nullable();
    table.text('reason').nullable();
    table.string('promotion_id', 26).nullable().references('promotion.id');
    table.index(['subject_id', 'state', 'id'], 'alias_drift_subject_idx');
  });
  // Two replicas that see the same report it once.
  await knex.raw(`
    CREATE UNIQUE INDEX alias_drift_live_uniq
    ON alias_drift (record_id, alias)
    WHERE state IN ('open', 'reported')
  `);
};

/** @param {import('knex').Knex} knex */
exports.down = async function down(knex) {
  await knex.schema.dropTable('alias_drift');
  await knex.schema.dropTable('alias_change');
};
