// @ts-check

// What is known of versions beyond their registration. Rows are added and never
// changed; of labels, `removed_at` is set once. `position` counts up within a
// version, under the lock of its row: it tells what was said later where times
// are equal.

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

/** @param {import('knex').Knex.CreateTableBuilder} table */
function origin(table) {
  ulid(table, 'id').primary();
  ulid(table, 'version_id').notNullable().references('version.id');
  table.integer('position').notNullable();
  table.string('added_by', 512).notNullable();
  time(table, 'added_at').notNullable();
}

/** @param {import('knex').Knex} knex */
exports.up = async function up(knex) {
  await knex.schema.createTable('version_evaluation', table => {
    origin(table);
    table.string('dataset', 600).notNullable();
    table.string('dataset_digest', 128).nullable();
    table.string('split', 64).nullable();
    time(table, 'evaluated_at').notNullable();
    table.string('tool', 250).nullable();
    table.text('run_uri').nullable();
    // Of everything that was said: the same again adds nothing.
    table.string('content_hash', 64).notNullable();
    table.unique(['version_id', 'content_hash'], {
      indexName: 'version_evaluation_content_uniq',
    });
    // The newest ones of a version are read first.
    table.index(
      ['version_id', 'evaluated_at', 'position'],
      'version_evaluation_newest_idx',
    );
  });

  await knex.schema.createTable('version_evaluation_metric', table => {
    ulid(table, 'evaluation_id')
      .notNullable()
      .references('version_evaluation.id');
    table.integer('position').notNullable();
    // Canonical JSON of the values that the rows have; `{}` for all rows.
    table.text('slice').notNullable();
    table.string('name', 250).notNullable();
    table.string('raw_name', 250).notNullable();
    table.double('value').notNullable();
    table.double('ci_low').nullable();
    table.double('ci_high').nullable();
    // Whole numbers: a double holds them up to 2^53, the same on all databases.
    table.double('n').nullable();
    table.primary(
      ['evaluation_id', 'position'],
      'version_evaluation_metric_pk',
    );
    // Gates ask for single metrics.
    table.index(
      ['evaluation_id', 'name'],
      'version_evaluation_metric_name_idx',
    );
    // Versions are searched by what was measured of them.
    table.index(['name', 'value'], 'version_evaluation_metric_value_idx');
  });

  await knex.schema.createTable('version_artifact', table => {
    origin(table);
    table.string('path', 500).notNullable();
    table.text('uri').nullable();
    table.string('digest', 71).notNullable();
    table.double('size_bytes').nullable();
    table.string('media_type', 250).nullable();
    table.unique(['version_id', 'path'], {
      indexName: 'version_artifact_path_uniq',
    });
  });

  await knex.schema.createTable('version_baseline', table => {
    origin(table);
    table.string('field', 250).notNullable();
    table.text('content').notNullable();
    table.unique(['version_id', 'field'], {
      indexName: 'version_baseline_field_uniq',
    });
  });

  await knex.schema.createTable('version_provenance', table => {
    origin(table);
    table.text('content').notNullable();
    table.unique(['version_id', 'position'], {
      indexName: 'version_provenance_position_uniq',
    });
  });

  await knex.schema.createTable('version_card', table => {
    origin(table);
    table.text('text').notNullable();
    table.unique(['version_id', 'position'], {
      indexName: 'version_card_position_uniq',
    });
  });

  await knex.schema.createTable('version_label', table => {
    origin(table);
    table.string('key', 250).notNullable();
    table.text('value').notNullable();
    time(table, 'removed_at').nullable();
    table.unique(['version_id', 'position'], {
      indexName: 'version_label_position_uniq',
    });
  });
  // One value at a time.
  await knex.raw(`
    CREATE UNIQUE INDEX version_label_in_force_uniq
    ON version_label (version_id, key)
    WHERE removed_at IS NULL
  `);

  await knex.schema.createTable('version_risk_tier', table => {
    origin(table);
    table.string('tier', 64).notNullable();
    table.text('rationale').notNullable();
    table.unique(['version_id', 'position'], {
      indexName: 'version_risk_tier_position_uniq',
    });
  });

  await knex.schema.createTable('version_tombstone', table => {
    table.comment('Versions whose registration was taken back');
    ulid(table, 'version_id').primary().references('version.id');
    time(table, 'deleted_at').notNullable();
    table.string('deleted_by', 512).notNullable();
    table.text('reason').notNullable();
  });
};

/** @param {import('knex').Knex} knex */
exports.down = async function down(knex) {
  for (const table of [
    'version_tombstone',
    'version_risk_tier',
    'version_label',
    'version_card',
    'version_provenance',
    'version_baseline',
    'version_artifact',
    'version_evaluation_metric',
    'version_evaluation',
  ]) {
    await knex.schema.dropTable(table);
  }
};
