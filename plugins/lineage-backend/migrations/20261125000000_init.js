// @ts-check

// Order and repetition of events must not matter, so every row is a function of
// the set of events alone: what is kept carries the time of the event it comes
// from, and of two claims the later one wins, whenever it arrived.
//
// Event times keep nine digits after the second (30 characters), because senders
// do. They sort as text. Times of our own are the 24 characters used elsewhere.
// A stamp is an event time, '|', and the start of the event's hash: no two
// different events have the same one, so there is always a later one.

/**
 * @param {import('knex').Knex.CreateTableBuilder} table
 * @param {string} name
 */
const time = (table, name) => table.string(name, 24);

/**
 * @param {import('knex').Knex.CreateTableBuilder} table
 * @param {string} name
 */
const id = (table, name) => table.integer(name);

/** @param {import('knex').Knex} knex */
exports.up = async function up(knex) {
  const isPostgres = knex.client.config.client === 'pg';
  /**
   * Compared byte by byte on both databases, as JavaScript does it.
   *
   * @param {string} text
   */
  const exact = text => (isPostgres ? `${text} collate "C"` : text);

  await knex.schema.createTable('event', table => {
    table.comment('Inbox and log: events as they were sent, secrets removed');
    table.bigIncrements('id');
    table.string('hash', 43).notNullable();
    time(table, 'received_at').notNullable();
    table.specificType('event_time', exact('varchar(30)')).notNullable();
    table.smallint('kind').notNullable().comment('1 run, 2 job, 3 dataset');
    table.string('run_id', 36).nullable();
    table.integer('bytes').notNullable();
    table
      .smallint('state')
      .notNullable()
      .defaultTo(0)
      .comment('0 waiting, 1 in the graph, 2 could not be read');
    table.integer('attempts').notNullable().defaultTo(0);
    table.text('error').nullable();
    table.text('body').notNullable();
    // The same event sent again is the same row.
    table.unique(['hash'], { indexName: 'event_hash_uniq' });
    table.index(['received_at'], 'event_received_idx');
  });
  // Few rows wait or have failed, among millions that have not.
  await knex.raw(
    'create index event_waiting_idx on event (id) where state = 0',
  );
  await knex.raw('create index event_dead_idx on event (id) where state = 2');
  await knex.raw(
    'create index event_run_idx on event (run_id) where run_id is not null',
  );

  await knex.schema.createTable('drain', table => {
    table.comment('One row: whoever has it locked puts events into the graph');
    table.integer('id').primary();
    time(table, 'last_drained_at').nullable();
    table
      .bigInteger('edge_window_ms')
      .nullable()
      .comment('The window that what is current was last decided with');
  });
  await knex('drain').insert({ id: 1 });

  await knex.schema.createTable('node', table => {
    table.increments('id');
    table
      .smallint('kind')
      .notNullable()
      .comment('1 dataset, 2 job, 3 entity, 4 job as the maker of one output');
    table
      .string('key', 43)
      .notNullable()
      .comment(
        'SHA-256 of kind and names: names can be longer than an index takes',
      );
    table.specificType('namespace', exact('text')).notNullable();
    table.specificType('name', exact('text')).notNullable();
    id(table, 'job_id').nullable().comment('Kind 4: the job');
    id(table, 'output_id').nullable().comment('Kind 4: the output');
    id(table, 'canonical_id')
      .nullable()
      .comment('The node this one is shown as; null: itself');
    table.specificType('first_seen', exact('varchar(30)')).nullable();
    table.specificType('last_seen', exact('varchar(30)')).nullable();
    table.unique(['key'], { indexName: 'node_key_uniq' });
    table.index(['canonical_id'], 'node_canonical_idx');
    table.index(['job_id'], 'node_job_idx');
  });

  await knex.schema.createTable('job', table => {
    table.comment('What a job, or another claimant, has last said');
    id(table, 'node_id').primary();
    table
      .specificType('latest', exact('varchar(30)'))
      .nullable()
      .comment(
        'Time of its latest event: what was not seen for long before is over',
      );
    table.string('last_run_id', 36).nullable();
    table.specificType('last_run_stamp', exact('varchar(64)')).nullable();
    table.specificType('declared_stamp', exact('varchar(64)')).nullable();
    table.text('declared').nullable().comment('JSON: what that event declared');
    id(table, 'parent_id')
      .nullable()
      .comment('The job it belongs to, such as its DAG');
    table.specificType('parent_stamp', exact('varchar(64)')).nullable();
  });

  await knex.schema.createTable('run', table => {
    table.string('id', 36).primary();
    table
      .string('original_id', 256)
      .nullable()
      .comment('As sent, when it is no UUID');
    id(table, 'job_id').nullable();
    table
      .smallint('state')
      .notNullable()
      .comment('0 unknown, 1 running, 2 complete, 3 aborted, 4 failed');
    table.specificType('started_at', exact('varchar(30)')).nullable();
    table.specificType('ended_at', exact('varchar(30)')).nullable();
    table.specificType('last_stamp', exact('varchar(64)')).nullable();
    table.string('parent_run_id', 36).nullable();
    table
      .text('facts')
      .notNullable()
      .comment('JSON: everything its events said, merged');
    table.index(['job_id', 'last_stamp'], 'run_job_idx');
    table.index(['parent_run_id'], 'run_parent_idx');
  });

  await knex.schema.createTable('run_edge', table => {
    table.comment('The connections a run made');
    table.string('run_id', 36).notNullable();
    id(table, 'claimant_id').notNullable().comment('The job');
    id(table, 'src').notNullable();
    id(table, 'dst').notNullable();
    table.specificType('first_seen', exact('varchar(30)')).notNullable();
    table.specificType('last_seen', exact('varchar(30)')).notNullable();
    table.primary(['run_id', 'src', 'dst'], 'run_edge_pk');
    table.index(['src', 'dst', 'last_seen'], 'run_edge_src_idx');
    table.index(['dst', 'last_seen'], 'run_edge_dst_idx');
  });

  await knex.schema.createTable('claim', table => {
    table.comment('The connections a job or dataset claims, over all its runs');
    id(table, 'claimant_id').notNullable();
    id(table, 'src').notNullable();
    id(table, 'dst').notNullable();
    table.smallint('origin').notNullable().comment('1 observed, 2 declared');
    id(table, 'canonical_src').notNullable();
    id(table, 'canonical_dst').notNullable();
    table.specificType('first_seen', exact('varchar(30)')).notNullable();
    table.specificType('last_seen', exact('varchar(30)')).notNullable();
    table.integer('runs').notNullable().defaultTo(0);
    table.boolean('current').notNullable();
    table.primary(['claimant_id', 'src', 'dst', 'origin'], 'claim_pk');
    table.index(['canonical_src', 'canonical_dst'], 'claim_canonical_idx');
    table.index(['src'], 'claim_src_idx');
    table.index(['dst'], 'claim_dst_idx');
  });

  // What is walked: as narrow as it can be, and found from both ends without
  // touching the table.
  await knex.schema.createTable('edge', table => {
    table.comment('The graph as it is now, between nodes as they are shown');
    id(table, 'src').notNullable();
    id(table, 'dst').notNullable();
    table
      .smallint('origin')
      .notNullable()
      .comment('1 observed, 2 declared, 3 both');
    table.primary(['src', 'dst'], 'edge_pk');
    table.index(['dst', 'src', 'origin'], 'edge_dst_idx');
  });
  await knex.schema.alterTable('edge', table => {
    table.index(['src', 'dst', 'origin'], 'edge_src_idx');
  });

  await knex.schema.createTable('facet', table => {
    table.comment('The latest facet of each name of a dataset or job');
    id(table, 'node_id').notNullable();
    table.specificType('name', exact('varchar(256)')).notNullable();
    table.specificType('stamp', exact('varchar(64)')).notNullable();
    table.string('content_hash', 43).nullable().comment('Null: deleted');
    table.primary(['node_id', 'name'], 'facet_pk');
    table.index(['content_hash'], 'facet_content_idx');
  });

  await knex.schema.createTable('facet_content', table => {
    table.comment('Facets hardly change: each text is kept once');
    table.string('hash', 43).primary();
    table.text('body').notNullable();
  });

  await knex.schema.createTable('same_as', table => {
    table.comment('Two names of one thing, as a dataset says of itself');
    id(table, 'node_id').notNullable().comment('Who says it');
    id(table, 'other_id').notNullable();
    table
      .smallint('kind')
      .notNullable()
      .comment('1 symlink, 2 symlink to a table, 3 renamed from');
    table.primary(['node_id', 'other_id', 'kind'], 'same_as_pk');
    table.index(['other_id'], 'same_as_other_idx');
  });

  await knex.schema.createTable('entity_name', table => {
    table.comment('Names under which entities of the catalog appear in events');
    table.string('node_key', 43).notNullable();
    table.specificType('entity_ref', exact('varchar(512)')).notNullable();
    table.smallint('node_kind').notNullable();
    table.specificType('namespace', exact('text')).notNullable();
    table.specificType('name', exact('text')).notNullable();
    table.string('role', 32).nullable();
    table.string('environment', 64).nullable();
    table.string('region', 64).nullable();
    table.primary(['node_key', 'entity_ref'], 'entity_name_pk');
    table.index(['entity_ref'], 'entity_name_ref_idx');
  });

  if (isPostgres) {
    // Their rows change with nearly every event, but none of what is indexed
    // does: with room left on the page the indexes need not be touched.
    for (const table of ['claim', 'facet', 'job', 'node']) {
      await knex.raw('alter table ?? set (fillfactor = 75)', [table]);
    }
  }
};

/** @param {import('knex').Knex} knex */
exports.down = async function down(knex) {
  for (const table of [
    'entity_name',
    'same_as',
    'facet_content',
    'facet',
    'edge',
    'claim',
    'run_edge',
    'run',
    'job',
    'node',
    'drain',
    'event',
  ]) {
    await knex.schema.dropTable(table);
  }
};
