// @ts-check

// What clients change at registry servers through the portal. Servers have
// stages of their own, so a stage now stands in `version` and no longer in
// `portal_version` alone. A server is read while it is changed: names that the
// portal has changed since a read began are left to the next read. And a
// version is registered at a server once, whichever replica is asked, and
// however many of them die.

/** @param {import('knex').Knex} knex */
exports.up = async function up(knex) {
  await knex.schema.alterTable('version', table => {
    // A stage as MLflow has them, which is no stage of ours.
    table.string('registry_stage', 16).nullable();
  });
  await moveStages(knex, {
    to: { table: 'version', id: 'id', column: 'registry_stage' },
    from: { table: 'portal_version', id: 'version_id', column: 'stage' },
  });
  // Not by the schema builder, which would copy the table on SQLite.
  await knex.raw('ALTER TABLE portal_version DROP COLUMN stage');
  await knex.raw(
    `CREATE INDEX version_registry_stage_idx
     ON version (record_id, registry_stage, record_number)
     WHERE registry_stage IS NOT NULL`,
  );

  await knex.schema.alterTable('registry_record', table => {
    // Digests of versions go by it, and are not to change with a name.
    table.string('first_name', 500).nullable();
  });

  await knex.schema.createTable('registry_name_change', table => {
    table.comment('When the portal last renamed or deleted at a server');
    table.string('server', 64).notNullable();
    table.string('workspace', 128).notNullable();
    table.string('name', 500).notNullable();
    table.string('at', 24).notNullable();
    table.primary(['server', 'workspace', 'name'], 'registry_name_change_pk');
  });

  await knex.schema.createTable('registration_claim', table => {
    table.comment('Versions that are being registered at servers');
    // A hash of the record, the source and the run.
    table.string('key', 64).primary();
    // Who asked, and since when the server may have been asked.
    table.string('account', 512).notNullable();
    table.string('claimed_at', 24).notNullable();
    table.integer('fencing_token').notNullable();
    // Until then a living replica works on it.
    table.string('lease_until', 24).nullable();
    // The registry's number, once it is known.
    table.string('record_version', 255).nullable();
    table.string('done_at', 24).nullable();
    table.index(['claimed_at'], 'registration_claim_age_idx');
  });
};

/** @param {import('knex').Knex} knex */
exports.down = async function down(knex) {
  await knex.schema.dropTable('registration_claim');
  await knex.schema.dropTable('registry_name_change');
  await knex.raw('ALTER TABLE registry_record DROP COLUMN first_name');
  await knex.schema.alterTable('portal_version', table => {
    table.string('stage', 16).nullable();
  });
  await moveStages(knex, {
    to: { table: 'portal_version', id: 'version_id', column: 'stage' },
    from: { table: 'version', id: 'id', column: 'registry_stage' },
  });
  await knex.raw('DROP INDEX version_registry_stage_idx');
  await knex.raw('ALTER TABLE version DROP COLUMN registry_stage');
};

/** @typedef {{ table: string, id: string, column: string }} Place */

/**
 * @param {import('knex').Knex} knex
 * @param {{ to: Place, from: Place }} places
 */
async function moveStages(knex, { to, from }) {
  const staged = knex(from.table)
    .select(from.column)
    .where(from.id, knex.ref(`${to.table}.${to.id}`));
  await knex(to.table)
    .whereIn(to.id, knex(from.table).whereNotNull(from.column).select(from.id))
    .update({ [to.column]: staged });
}
