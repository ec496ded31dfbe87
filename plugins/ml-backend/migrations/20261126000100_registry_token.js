// @ts-check

// Tokens by which persons let clients of the registry act for them. Only a
// hash is kept: the token itself is random enough to need no salt.

/** @param {import('knex').Knex} knex */
exports.up = async function up(knex) {
  await knex.schema.createTable('registry_token', table => {
    table.string('id', 26).primary();
    table.string('person', 512).notNullable();
    table.string('name', 100).notNullable();
    table.string('hash', 64).notNullable();
    // JSON list.
    table.text('scopes').notNullable();
    // Whether the policy let the person register models when it was made.
    table.boolean('may_register_models').notNullable();
    table.string('created_at', 24).notNullable();
    table.string('expires_at', 24).notNullable();
    table.string('last_used_at', 24).nullable();
    table.string('revoked_at', 24).nullable();
    table.index(['person', 'id'], 'registry_token_person_idx');
  });
};

/** @param {import('knex').Knex} knex */
exports.down = async function down(knex) {
  await knex.schema.dropTable('registry_token');
};
