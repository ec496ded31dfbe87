// @ts-check

// Waivers of findings of contracts, append-only: what was asked for, and what
// was done about it. How a waiver stands follows from its steps and the time.

/** @param {import('knex').Knex} knex */
exports.up = async function up(knex) {
  await knex.schema.createTable('contract_waiver', table => {
    table.string('id', 26).primary();
    // The provider, whose contract it is about.
    table.string('subject_id', 26).notNullable().references('subject.id');
    // Null: of a finding between versions, which hits no consumer in particular.
    table.string('consumer_id', 26).nullable().references('subject.id');
    table.string('rule_id', 64).notNullable();
    table.string('port', 255).notNullable();
    table.string('path', 1000).notNullable();
    table.string('pointer', 2000).notNullable();
    table.string('until', 24).notNullable();
    table.text('reason').notNullable();
    table.string('asked_by', 512).notNullable();
    table.string('asked_at', 24).notNullable();
    // Lists are newest first; each check reads what has not ended.
    table.index(['subject_id', 'id'], 'contract_waiver_list_idx');
    table.index(['subject_id', 'until'], 'contract_waiver_until_idx');
    table.index(['consumer_id'], 'contract_waiver_consumer_idx');
  });

  await knex.schema.createTable('contract_waiver_step', table => {
    table
      .string('waiver_id', 26)
      .notNullable()
      .references('contract_waiver.id');
    // `decision` or `revocation`: each happens once at most, on all replicas.
    table.string('step', 16).notNullable();
    table.string('verdict', 16).notNullable();
    table.string('taken_by', 512).notNullable();
    table.string('taken_at', 24).notNullable();
    table.text('reason').nullable();
    table.primary(['waiver_id', 'step'], 'contract_waiver_step_pk');
  });
};

/** @param {import('knex').Knex} knex */
exports.down = async function down(knex) {
  await knex.schema.dropTable('contract_waiver_step');
  await knex.schema.dropTable('contract_waiver');
};
