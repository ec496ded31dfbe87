// @ts-check

// Contracts of models, feature views and datasets, and of those who use them.
// Documents, reports and findings are JSON text. `provider_id` is empty for
// what a subject offers, and names the provider for what it expects of one.

/**
 * @param {import('knex').Knex.CreateTableBuilder} table
 * @param {string} name
 */
const ulid = (table, name) => table.string(name, 26);

/**
 * @param {import('knex').Knex.CreateTableBuilder} table
 * @param {string} name
 */
const time = (table, name) => table.string(name, 24);

/** @param {import('knex').Knex} knex */
exports.up = async function up(knex) {
  await knex.schema.createTable('contract_version', table => {
    ulid(table, 'id').primary();
    ulid(table, 'subject_id').notNullable().references('subject.id');
    ulid(table, 'provider_id').notNullable().defaultTo('');
    table.string('version', 128).notNullable();
    table.string('status', 16).notNullable();
    table.string('origin', 16).notNullable();
    table.string('digest', 64).notNullable();
    table.text('document').notNullable();
    table.text('report').nullable();
    table.string('verdict', 32).nullable();
    table.string('required_bump', 8).nullable();
    table.integer('errors').notNullable().defaultTo(0);
    table.integer('warnings').notNullable().defaultTo(0);
    table.integer('infos').notNullable().defaultTo(0);
    table.string('published_by', 512).notNullable();
    time(table, 'published_at').notNullable();
    table.unique(['subject_id', 'provider_id', 'version'], {
      indexName: 'contract_version_number_uniq',
    });
    // Lists are newest first; the check of a provider reads who expects what.
    table.index(
      ['subject_id', 'provider_id', 'published_at', 'id'],
      'contract_version_list_idx',
    );
    table.index(['provider_id', 'subject_id'], 'contract_version_provider_idx');
  });

  await knex.schema.createTable('contract_subject_version', table => {
    table.comment('Which contract a version of the subject keeps to');
    ulid(table, 'version_id').primary().references('version.id');
    // Null: it was looked at, and keeps to none that is stored.
    ulid(table, 'contract_version_id')
      .nullable()
      .references('contract_version.id');
    table.index(['contract_version_id'], 'contract_subject_version_idx');
  });

  await knex.schema.createTable('contract_sighting', table => {
    table.comment(
      'What was seen where contracts come from, also what is wrong',
    );
    ulid(table, 'id').primary();
    ulid(table, 'subject_id').notNullable().references('subject.id');
    table.string('source', 255).notNullable();
    table.string('digest', 64).notNullable();
    table.text('document').notNullable();
    table.text('findings').notNullable().defaultTo('[]');
    time(table, 'first_seen_at').notNullable();
    time(table, 'gone_at').nullable();
    table.index(['subject_id', 'gone_at'], 'contract_sighting_subject_idx');
  });

  // One thing at a time is there now, on several replicas too.
  await knex.raw(`
    CREATE UNIQUE INDEX contract_sighting_now_uniq
    ON contract_sighting (subject_id, source)
    WHERE gone_at IS NULL
  `);

  await knex.schema.createTable('contract_deprecation', table => {
    table.comment('That a version, or a field of it, will be removed');
    ulid(table, 'id').primary();
    ulid(table, 'contract_version_id')
      .notNullable()
      .references('contract_version.id');
    ulid(table, 'subject_id').notNullable().references('subject.id');
    // Both are empty where it is all of the version.
    table.string('port', 255).notNullable().defaultTo('');
    table.string('path', 1000).notNullable().defaultTo('');
    time(table, 'since').notNullable();
    table.string('remove_after', 10).notNullable();
    table.string('replacement', 1000).nullable();
    table.text('reason').notNullable();
    table.string('deprecated_by', 512).notNullable();
    table.unique(['contract_version_id', 'port', 'path'], {
      indexName: 'contract_deprecation_what_uniq',
    });
    table.index(['subject_id', 'id'], 'contract_deprecation_subject_idx');
  });

  await knex.schema.createTable('contract_deprecation_user', table => {
    table.comment('Who was seen to use what is deprecated');
    ulid(table, 'deprecation_id')
      .notNullable()
      .references('contract_deprecation.id');
    ulid(table, 'consumer_id').notNullable().references('subject.id');
    table.string('use', 16).notNullable();
    time(table, 'first_seen_at').notNullable();
    table.primary(
      ['deprecation_id', 'consumer_id'],
      'contract_deprecation_user_pk',
    );
  });
};

/** @param {import('knex').Knex} knex */
exports.down = async function down(knex) {
  for (const table of [
    'contract_deprecation_user',
    'contract_deprecation',
    'contract_sighting',
    'contract_subject_version',
    'contract_version',
  ]) {
    await knex.schema.dropTable(table);
  }
};
