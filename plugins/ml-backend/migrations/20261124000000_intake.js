// @ts-check

// What people decide about the records of registries, and what the list of
// records is searched, ordered and explained by. The new columns of records
// and of the index of models are filled by their next read; until then records
// can be found by their names only.

/** @param {import('knex').Knex} knex */
exports.up = async function up(knex) {
  await knex.schema.createTable('intake_decision', table => {
    table.comment('Decisions in force about records; former ones: the ledger');
    table.string('id', 26).primary();
    table.string('server', 64).notNullable();
    table.string('workspace', 128).notNullable().defaultTo('');
    table.string('name', 500).notNullable();
    table.string('action', 16).notNullable();
    // Of a claim.
    table.string('owner', 512).nullable();
    // The Model of a binding, which follows its renames.
    table.string('subject_id', 26).nullable().references('subject.id');
    table.text('reason').nullable();
    table.string('decided_by', 512).notNullable();
    table.string('decided_at', 24).notNullable();
    table.unique(['server', 'workspace', 'name'], {
      indexName: 'intake_decision_record_uniq',
    });
    // Importers read all decisions of one server, in pages.
    table.index(['server', 'id'], 'intake_decision_server_idx');
    table.index(['subject_id'], 'intake_decision_subject_idx');
  });

  // Ordered by code points on both databases, whatever the locale.
  const sortable =
    knex.client.config.client === 'pg'
      ? 'varchar(500) COLLATE "C"'
      : 'varchar(500)';
  await knex.schema.alterTable('registry_record', table => {
    table.string('bound_by', 16).nullable();
    table.text('description').nullable();
    table.text('hint_tags').notNullable().defaultTo('[]');
    table.specificType('sort_name', sortable).notNullable().defaultTo('');
    table.text('search_text').notNullable().defaultTo('');
    table.index(['sort_name', 'id'], 'registry_record_sort_idx');
    table.index(
      ['server', 'sort_name', 'id'],
      'registry_record_server_sort_idx',
    );
    table.index(['first_seen_at', 'id'], 'registry_record_seen_idx');
  });
  await knex('registry_record').update({
    sort_name: knex.raw('LOWER(name)'),
    search_text: knex.raw('LOWER(name)'),
  });

  await knex.schema.alterTable('model_index', table => {
    table.string('match_name', 512).notNullable().defaultTo('');
    table.index(['match_name'], 'model_index_match_idx');
  });

  await knex.schema.alterTable('version', table => {
    // How many versions a record has, and the latest, of many records at once.
    table.index(
      ['record_id', 'gone_since', 'created_at', 'id'],
      'version_record_created_idx',
    );
  });
};

/** @param {import('knex').Knex} knex */
exports.down = async function down(knex) {
  for (const index of [
    'version_record_created_idx',
    'model_index_match_idx',
    'registry_record_seen_idx',
    'registry_record_server_sort_idx',
    'registry_record_sort_idx',
  ]) {
    await knex.raw('DROP INDEX ??', [index]);
  }
  // Not by the schema builder, which would copy the tables on SQLite.
  const added = {
    model_index: ['match_name'],
    registry_record: [
      'search_text',
      'sort_name',
      'hint_tags',
      'description',
      'bound_by',
    ],
  };
  for (const [table, columns] of Object.entries(added)) {
    for (const column of columns) {
      await knex.raw('ALTER TABLE ?? DROP COLUMN ??', [table, column]);
    }
  }
  await knex.schema.dropTable('intake_decision');
};
