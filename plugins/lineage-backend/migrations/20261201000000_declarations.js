// @ts-check

// What a job declared last was all that was known, so the graph of a time forgot
// a connection as soon as it was declared again. Now each declaration is kept
// with its time.

/** @param {import('knex').Knex} knex */
exports.up = async function up(knex) {
  const isPostgres = knex.client.config.client === 'pg';
  const exact = isPostgres ? 'varchar(64) collate "C"' : 'varchar(64)';
  await knex.schema.createTable('declaration', table => {
    table.comment('When jobs and datasets said what they are made of');
    table.integer('claimant_id').notNullable();
    table.specificType('stamp', exact).notNullable();
    table
      .string('digest', 43)
      .nullable()
      .comment(
        'Of the connections that it names, in `declared_edge`; null: a job event that says nothing of them',
      );
    table.primary(['claimant_id', 'stamp'], 'declaration_pk');
    table.index(['claimant_id', 'digest'], 'declaration_digest_idx');
    table.index(['stamp'], 'declaration_stamp_idx');
  });
  await knex.schema.createTable('declared_edge', table => {
    table.comment('What is declared again and again is kept once');
    table.integer('claimant_id').notNullable();
    table.string('digest', 43).notNullable();
    table.integer('src').notNullable();
    table.integer('dst').notNullable();
    table.primary(['claimant_id', 'digest', 'src', 'dst'], 'declared_edge_pk');
  });
  // Where the event is gone, the latest declaration is the one that is known.
  await knex.raw(
    `insert into declaration (claimant_id, stamp, digest)
     select node_id, declared_stamp, 'before declarations were kept' from job
     where declared_stamp is not null`,
  );
  await knex.raw(
    `insert into declared_edge (claimant_id, digest, src, dst)
     select c.claimant_id, 'before declarations were kept', c.src, c.dst
     from claim as c join job as j on j.node_id = c.claimant_id
     where c.origin = 2 and c.relations is null and j.declared_stamp is not null`,
  );
  // Earlier ones are read from events that are still there, when nothing else
  // waits; to put an event into the graph again changes nothing else. Runs that
  // say of a dataset what it is made of are left out: to find them, every event
  // would have to be read.
  await knex.raw(
    'create index event_declaring_idx on event (id) where kind <> 1',
  );
  await knex.schema.alterTable('drain', table => {
    table
      .bigInteger('declared_after')
      .nullable()
      .comment(
        'Declarations in events up to this one are kept; null: in all of them',
      );
  });
  await knex('drain')
    .whereExists(knex('event').whereNot({ kind: 1 }).select(knex.raw('1')))
    .update({ declared_after: 0 });
  // Of a claimant, what holds; and what ended long ago.
  await knex.raw(
    'create index claim_declared_idx on claim (claimant_id) where origin = 2 and current',
  );
  await knex.raw(
    'create index claim_undeclared_idx on claim (last_seen) where origin = 2 and not current',
  );
};

/** @param {import('knex').Knex} knex */
exports.down = async function down(knex) {
  for (const index of [
    'event_declaring_idx',
    'claim_declared_idx',
    'claim_undeclared_idx',
  ]) {
    await knex.raw('drop index ??', [index]);
  }
  await knex.schema.alterTable('drain', table => {
    table.dropColumn('declared_after');
  });
  // What is declared no more was not kept.
  await knex('claim')
    .where({ origin: 2, current: false })
    .whereNull('relations')
    .delete();
  await knex.schema.dropTable('declared_edge');
  await knex.schema.dropTable('declaration');
};
