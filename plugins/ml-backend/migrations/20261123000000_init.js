// @ts-check

// Times are ISO 8601 strings in UTC with milliseconds (24 characters): they
// sort as text and read the same on SQLite and PostgreSQL. Ids are ULIDs.
// Structured values are JSON text, because nothing is queried inside them.

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
  await knex.schema.createTable('subject', table => {
    table.comment('What rows hang off: outlives renames and deletions');
    ulid(table, 'id').primary();
    table.string('ref', 512).notNullable();
    table.text('previous_refs').notNullable().defaultTo('[]');
    table.string('last_owner', 512).nullable();
    time(table, 'created_at').notNullable();
    time(table, 'deleted_at').nullable();
    table.unique(['ref'], { indexName: 'subject_ref_uniq' });
  });

  await knex.schema.createTable('registry_source', table => {
    table.comment('One row per registry server: how the last reads went');
    table.string('server', 64).primary();
    table.string('type', 32).notNullable();
    time(table, 'last_attempt_at').nullable();
    time(table, 'last_success_at').nullable();
    table.text('last_error').nullable();
    table.integer('records').nullable();
    table.integer('versions').nullable();
    time(table, 'requested_at').nullable();
  });

  await knex.schema.createTable('registry_record', table => {
    table.comment('What a registry holds under one name, and its Model');
    ulid(table, 'id').primary();
    table.string('server', 64).notNullable();
    table.string('workspace', 128).notNullable().defaultTo('');
    table.string('name', 500).notNullable();
    table.string('kind', 16).notNullable();
    ulid(table, 'subject_id').notNullable().references('subject.id');
    table.string('environment', 64).nullable();
    table.string('variant', 256).nullable();
    table.text('url').nullable();
    table.string('label_prefix', 200).notNullable().defaultTo('');
    table.string('change_mark', 128).nullable();
    time(table, 'first_seen_at').notNullable();
    time(table, 'gone_since').nullable();
    table.text('last_error').nullable();
    table.unique(['server', 'workspace', 'name'], {
      indexName: 'registry_record_name_uniq',
    });
    // Two records of one model must not give their versions the same labels.
    table.unique(['subject_id', 'label_prefix'], {
      indexName: 'registry_record_prefix_uniq',
    });
  });

  await knex.schema.createTable('version', table => {
    ulid(table, 'id').primary();
    ulid(table, 'subject_id').notNullable().references('subject.id');
    table.string('label', 255).notNullable();
    table.string('digest', 128).notNullable();
    table.string('digest_strength', 16).notNullable();
    table.string('source_type', 32).notNullable();
    ulid(table, 'record_id').nullable().references('registry_record.id');
    table.string('record_version', 255).nullable();
    table.string('variant', 256).nullable();
    table.text('description').nullable();
    table.text('artifact_uri').nullable();
    table.string('run_id', 255).nullable();
    table.string('model_id', 255).nullable();
    table.string('created_by', 255).nullable();
    time(table, 'created_at').notNullable();
    time(table, 'registered_at').notNullable();
    time(table, 'gone_since').nullable();
    table.text('params').notNullable().defaultTo('[]');
    table.text('tags').notNullable().defaultTo('[]');
    table.text('signature').nullable();
    table.text('components').notNullable().defaultTo('[]');
    table.text('links').notNullable().defaultTo('[]');
    // Of everything above that a source tells: unchanged means no write.
    table.string('content_hash', 64).notNullable();
    table.unique(['subject_id', 'label'], { indexName: 'version_label_uniq' });
    table.unique(['record_id', 'record_version'], {
      indexName: 'version_record_version_uniq',
    });
    // Lists are newest first, one model at a time.
    table.index(
      ['subject_id', 'created_at', 'id'],
      'version_subject_created_idx',
    );
    // Counted when a list is filtered by them, without reading the rows.
    table.index(['subject_id', 'variant'], 'version_subject_variant_idx');
    table.index(['subject_id', 'created_by'], 'version_subject_creator_idx');
  });

  await knex.schema.createTable('version_metric', table => {
    ulid(table, 'version_id').notNullable().references('version.id');
    table.integer('position').notNullable();
    table.string('name', 250).notNullable();
    table.string('raw_name', 250).notNullable();
    table.double('value').notNullable();
    table.string('dataset', 500).nullable();
    table.string('dataset_digest', 128).nullable();
    table.string('split', 64).nullable();
    time(table, 'observed_at').nullable();
    table.primary(['version_id', 'position'], 'version_metric_pk');
  });

  await knex.schema.createTable('version_tag', table => {
    table.comment('Short tags of versions, to filter by; all are in version');
    ulid(table, 'version_id').notNullable().references('version.id');
    ulid(table, 'subject_id').notNullable().references('subject.id');
    table.string('key', 250).notNullable();
    table.string('value', 250).notNullable();
    table.primary(['version_id', 'key'], 'version_tag_pk');
    table.index(
      ['subject_id', 'key', 'value', 'version_id'],
      'version_tag_filter_idx',
    );
  });

  await knex.schema.createTable('version_alias', table => {
    table.comment('Aliases as the registries hold them now');
    ulid(table, 'record_id').notNullable().references('registry_record.id');
    table.string('alias', 255).notNullable();
    ulid(table, 'version_id').notNullable().references('version.id');
    time(table, 'seen_at').notNullable();
    table.primary(['record_id', 'alias'], 'version_alias_pk');
    table.index(['version_id'], 'version_alias_version_idx');
  });

  await knex.schema.createTable('policy_document', table => {
    table.comment('The last good text of each policy file, and its last fault');
    table.string('target', 512).primary();
    table.text('document').nullable();
    table.string('digest', 64).nullable();
    time(table, 'loaded_at').nullable();
    time(table, 'checked_at').notNullable();
    table.text('error').nullable();
  });

  await knex.schema.createTable('promotion', table => {
    ulid(table, 'id').primary();
    table.string('kind', 16).notNullable();
    ulid(table, 'subject_id').notNullable().references('subject.id');
    ulid(table, 'version_id').notNullable().references('version.id');
    table.string('digest', 128).notNullable();
    table.string('to_stage', 64).notNullable();
    table.string('environment', 64).notNullable();
    table.string('segment', 255).notNullable();
    table.string('requested_by', 512).notNullable();
    time(table, 'requested_at').notNullable();
    table.text('reason').nullable();
    time(table, 'reason_due_at').nullable();
    table.string('policy_ref', 255).notNullable();
    table.string('policy_digest', 64).notNullable();
    table.text('policy').notNullable();
    table.string('subject_digest', 64).notNullable();
    table.string('state', 32).notNullable();
    time(table, 'state_since').notNullable();
    table.integer('revision').notNullable();
    time(table, 'expires_at').nullable();
    table.text('gate_runs').notNullable().defaultTo('[]');
    table.text('requirements').notNullable().defaultTo('[]');
    table.text('execution').notNullable().defaultTo('{}');
    table.text('waiting_for').nullable();
    ulid(table, 'superseded_by').nullable();
    ulid(table, 'rollback_of').nullable();
    table.string('lease_owner', 64).nullable();
    time(table, 'lease_until').nullable();
    table.integer('fencing_token').notNullable().defaultTo(0);
    time(table, 'next_attempt_at').nullable();
    table.index(['subject_id', 'id'], 'promotion_subject_idx');
    // The worker looks for what is due, everybody for what waits.
    table.index(['state', 'next_attempt_at'], 'promotion_due_idx');
  });

  // One promotion at a time may act on a model at a target.
  await knex.raw(`
    CREATE UNIQUE INDEX promotion_active_uniq
    ON promotion (subject_id, environment, segment)
    WHERE state IN ('executing', 'verifying', 'paused', 'compensating')
  `);

  // Asking twice, on two replicas at once too, gives one promotion.
  await knex.raw(`
    CREATE UNIQUE INDEX promotion_open_uniq
    ON promotion (subject_id, version_id, to_stage, environment, segment, kind)
    WHERE state IN (
      'draft', 'evaluating', 'blocked', 'awaiting_approval', 'approved',
      'scheduled', 'executing', 'verifying', 'paused', 'compensating'
    )
  `);

  await knex.schema.createTable('promotion_approval', table => {
    ulid(table, 'id').primary();
    ulid(table, 'promotion_id').notNullable().references('promotion.id');
    table.string('requirement_id', 64).notNullable();
    table.string('approver', 512).notNullable();
    table.string('via', 512).notNullable();
    table.string('decision', 16).notNullable();
    table.text('reason').nullable();
    table.string('subject_digest', 64).notNullable();
    time(table, 'at').notNullable();
    time(table, 'stale_since').nullable();
    table.text('stale_cause').nullable();
    table.index(['promotion_id'], 'promotion_approval_promotion_idx');
  });

  // A double click must not count twice, also on two replicas at once.
  await knex.raw(`
    CREATE UNIQUE INDEX promotion_approval_once_uniq
    ON promotion_approval (promotion_id, requirement_id, approver)
    WHERE stale_since IS NULL
  `);

  await knex.schema.createTable('assignment', table => {
    table.comment('What is assigned where: rows are closed, never changed');
    ulid(table, 'id').primary();
    ulid(table, 'subject_id').notNullable().references('subject.id');
    ulid(table, 'version_id').notNullable().references('version.id');
    table.string('digest', 128).notNullable();
    table.string('stage', 64).notNullable();
    table.string('environment', 64).notNullable();
    table.string('segment', 255).notNullable();
    table.string('slot', 16).notNullable();
    table.integer('traffic_percent').notNullable();
    table.text('toggles').notNullable().defaultTo('[]');
    table.text('feature_view_pins').notNullable().defaultTo('[]');
    time(table, 'since').notNullable();
    time(table, 'until').nullable();
    ulid(table, 'promotion_id').notNullable().references('promotion.id');
    time(table, 'verified_at').nullable();
    table.index(['subject_id', 'since'], 'assignment_subject_idx');
    table.index(['version_id'], 'assignment_version_idx');
  });

  // One champion per model and target.
  await knex.raw(`
    CREATE UNIQUE INDEX assignment_champion_uniq
    ON assignment (subject_id, environment, segment)
    WHERE until IS NULL AND slot = 'champion'
  `);

  await knex.schema.createTable('event', table => {
    table.comment('The ledger: append-only, a hash chain');
    table.bigInteger('sequence').primary();
    ulid(table, 'id').notNullable();
    table.string('type', 128).notNullable();
    table.string('source', 255).notNullable();
    table.string('subject', 768).notNullable();
    ulid(table, 'subject_id').nullable();
    table.string('correlation_id', 64).notNullable();
    time(table, 'time').notNullable();
    table.text('data').notNullable();
    table.string('prev_hash', 64).notNullable();
    table.string('hash', 64).notNullable();
    table.unique(['id'], { indexName: 'event_id_uniq' });
    table.index(['subject_id', 'sequence'], 'event_subject_idx');
    table.index(['correlation_id', 'sequence'], 'event_correlation_idx');
  });

  await knex.schema.createTable('event_head', table => {
    table.comment('The end of the chain; locked while an event is appended');
    table.integer('id').primary();
    table.bigInteger('sequence').notNullable();
    table.string('hash', 64).notNullable();
  });
  await knex('event_head').insert({
    id: 1,
    sequence: 0,
    hash: '0'.repeat(64),
  });

  await knex.schema.createTable('outbox', table => {
    table.comment('What still has to be told or done, written with its cause');
    ulid(table, 'id').primary();
    table.string('kind', 32).notNullable();
    ulid(table, 'event_id').notNullable();
    table.text('payload').notNullable();
    time(table, 'created_at').notNullable();
    time(table, 'available_at').notNullable();
    table.integer('attempts').notNullable().defaultTo(0);
    table.string('lease_owner', 64).nullable();
    time(table, 'lease_until').nullable();
    time(table, 'done_at').nullable();
    time(table, 'dead_at').nullable();
    table.text('last_error').nullable();
    table.index(['done_at', 'dead_at', 'available_at'], 'outbox_due_idx');
  });

  await knex.schema.createTable('idempotency_key', table => {
    table.string('principal', 512).notNullable();
    table.string('key', 255).notNullable();
    table.string('request_hash', 64).notNullable();
    table.integer('status').nullable();
    table.text('response').nullable();
    time(table, 'created_at').notNullable();
    table.primary(['principal', 'key'], 'idempotency_key_pk');
    table.index(['created_at'], 'idempotency_key_created_idx');
  });
};

/** @param {import('knex').Knex} knex */
exports.down = async function down(knex) {
  for (const table of [
    'idempotency_key',
    'outbox',
    'event_head',
    'event',
    'assignment',
    'promotion_approval',
    'promotion',
    'policy_document',
    'version_alias',
    'version_tag',
    'version_metric',
    'version',
    'registry_record',
    'registry_source',
    'subject',
  ]) {
    await knex.schema.dropTable(table);
  }
};
