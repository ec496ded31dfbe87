// @ts-check

// Which schema each dataset was last observed to have, as the entity it is shown
// as, so that others can follow the schemas of entities without asking for each.
// All but the epochs follows from facets and names, and is made anew when they
// change. Epochs are given under the lock of `drain`, so they are committed in
// their order: whoever read up to one has missed nothing.

/** @param {import('knex').Knex} knex */
exports.up = async function up(knex) {
  const isPostgres = knex.client.config.client === 'pg';
  await knex.schema.alterTable('drain', table => {
    table
      .bigInteger('schema_epoch')
      .notNullable()
      .defaultTo(0)
      .comment('Counts the changes of observed schemas');
  });
  await knex.schema.createTable('observed_schema', table => {
    table.integer('node_id').primary();
    table.integer('shown_id').notNullable();
    table.integer('environment_id').notNullable();
    table
      .string('content_hash', 43)
      .notNullable()
      .comment('Of the latest facet `schema` of all that folds into the node');
    table.index(
      ['shown_id', 'environment_id', 'node_id'],
      'observed_schema_shown_idx',
    );
  });
  await knex.schema.createTable('schema_change', table => {
    table.comment('When the observed schemas of an entity last changed');
    table.integer('node_id').primary();
    table.bigInteger('epoch').notNullable();
    table.index(['epoch', 'node_id'], 'schema_change_epoch_idx');
  });

  await knex.raw(
    `insert into observed_schema (node_id, shown_id, environment_id, content_hash)
     select n.id, coalesce(n.canonical_id, n.id), n.environment_id, latest.content_hash
     from (
       select node_id, content_hash, row_number() over (
         partition by node_id
         order by stamp desc, coalesce(content_hash, '') ${isPostgres ? 'collate "C"' : ''} desc
       ) as place
       from (
         select node_id, stamp, content_hash from facet where name = 'schema'
         union all
         select node_id, stamp, content_hash from folded_facet where name = 'schema'
       ) as stated
     ) as latest
     join node as n on n.id = latest.node_id
     where latest.place = 1 and latest.content_hash is not null
       and n.root_id is null and n.kind = 1`,
  );
  await knex.raw(
    `insert into schema_change (node_id, epoch)
     select distinct o.shown_id, 1 from observed_schema as o
     join node as s on s.id = o.shown_id where s.kind = 3`,
  );
  await knex('drain').update({ schema_epoch: 1 });
};

/** @param {import('knex').Knex} knex */
exports.down = async function down(knex) {
  await knex.schema.dropTable('schema_change');
  await knex.schema.dropTable('observed_schema');
  await knex.schema.alterTable('drain', table => {
    table.dropColumn('schema_epoch');
  });
};
