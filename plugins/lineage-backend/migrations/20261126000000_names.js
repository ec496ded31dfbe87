// @ts-check

// Names fold when they are shown, not when they are stored: a partition stays a
// node of its own that says into which node it folds, so that other rules can
// fold it differently later, also when its events are long gone.

/**
 * @param {import('knex').Knex.CreateTableBuilder} table
 * @param {string} name
 */
const id = (table, name) => table.integer(name);

/** @param {import('knex').Knex} knex */
exports.up = async function up(knex) {
  const isPostgres = knex.client.config.client === 'pg';
  /** @param {string} text */
  const exact = text => (isPostgres ? `${text} collate "C"` : text);

  await knex.schema.alterTable('drain', table => {
    table
      .integer('names_version')
      .notNullable()
      .defaultTo(0)
      .comment('The version of the rules for names that were last applied');
    table
      .string('names_digest', 43)
      .nullable()
      .comment('SHA-256 of these rules; null while they are applied');
  });

  await knex.schema.createTable('environment', table => {
    table.comment('Id 0 is every environment: what the catalog declares');
    table.increments('id');
    table.string('name', 64).notNullable();
    table.unique(['name'], { indexName: 'environment_name_uniq' });
  });

  await knex.schema.alterTable('node', table => {
    id(table, 'root_id')
      .nullable()
      .comment('The node that rules fold its name into; null: it is one');
    table
      .string('alias_key', 43)
      .nullable()
      .comment('Key of the name in its usual spelling; null: it is spelled so');
    id(table, 'environment_id')
      .notNullable()
      .defaultTo(0)
      .comment('Of nodes that others fold into, and that do not fold');
    // Of the nodes that fold into this one, all of them together.
    table.integer('folded_names').notNullable().defaultTo(0);
    table.specificType('folded_first', exact('varchar(30)')).nullable();
    table.specificType('folded_last', exact('varchar(30)')).nullable();
    table.index(['output_id'], 'node_output_idx');
    // What is shown as a node is found without all that folds into it.
    table.dropIndex(['canonical_id'], 'node_canonical_idx');
    table.index(['canonical_id', 'root_id'], 'node_canonical_root_idx');
  });
  await knex.raw(
    'create index node_root_idx on node (root_id) where root_id is not null',
  );
  await knex.raw(
    'create index node_alias_idx on node (alias_key) where alias_key is not null',
  );

  // What no entity claims, and is shown as itself.
  for (const [name, columns] of [
    ['node_unmapped_idx', 'id'],
    ['node_unmapped_environment_idx', 'environment_id, id'],
  ]) {
    await knex.raw(
      `create index ${name} on node (${columns})
       where canonical_id is null and root_id is null and kind in (1, 2)`,
    );
  }

  await knex.schema.alterTable('job', table => {
    // Of the jobs that fold into this one, all of them together.
    table.specificType('folded_latest', exact('varchar(30)')).nullable();
    table.string('folded_run_id', 36).nullable();
    table.specificType('folded_run_stamp', exact('varchar(64)')).nullable();
  });

  await knex.schema.createTable('folded_facet', table => {
    table.comment(
      'The latest facet of each name of all that folds into a node',
    );
    id(table, 'node_id').notNullable();
    table.specificType('name', exact('varchar(256)')).notNullable();
    table.specificType('stamp', exact('varchar(64)')).notNullable();
    table
      .specificType('content_hash', exact('varchar(43)'))
      .nullable()
      .comment('Null: deleted');
    table.primary(['node_id', 'name'], 'folded_facet_pk');
    table.index(['content_hash'], 'folded_facet_content_idx');
  });

  await addRoots(knex, 'run', { job_root: 'job_id' });
  await addRoots(knex, 'run_edge', { src_root: 'src', dst_root: 'dst' });
  await addRoots(knex, 'claim', {
    claimant_root: 'claimant_id',
    src_root: 'src',
    dst_root: 'dst',
  });
  await addRoots(knex, 'same_as', {
    node_root: 'node_id',
    other_root: 'other_id',
  });
  await knex.schema.alterTable('run', table => {
    table.index(['job_root', 'last_stamp'], 'run_job_root_idx');
    table.dropIndex(['job_id', 'last_stamp'], 'run_job_idx');
  });
  await knex.schema.alterTable('run_edge', table => {
    table.index(['dst_root', 'last_seen'], 'run_edge_dst_root_idx');
    table.index(['src_root', 'last_seen'], 'run_edge_src_root_idx');
    table.dropIndex(['dst', 'last_seen'], 'run_edge_dst_idx');
  });
  await knex.schema.alterTable('same_as', table => {
    table.index(['node_root', 'other_root', 'kind'], 'same_as_node_root_idx');
    table.index(['other_root', 'node_root', 'kind'], 'same_as_other_root_idx');
    table.dropIndex(['other_id'], 'same_as_other_idx');
  });
  await knex.schema.alterTable('claim', table => {
    table
      .integer('environment_id')
      .notNullable()
      .defaultTo(0)
      .comment('That of its target: what something in test reads is test');
    table
      .string('relations', 512)
      .nullable()
      .comment('Of a claim of the catalog: the types of its relations');
    table.index(['src_root'], 'claim_src_root_idx');
    table.index(['dst_root'], 'claim_dst_root_idx');
    table.dropIndex(['src'], 'claim_src_idx');
    table.dropIndex(['dst'], 'claim_dst_idx');
  });
  await knex.raw(
    'create index claim_age_idx on claim (claimant_root, last_seen) where current',
  );
  await knex.raw(
    'create index claim_catalog_idx on claim (claimant_id) where relations is not null',
  );

  await knex.schema.alterTable('entity_name', table => {
    table
      .string('pattern_namespace_key', 43)
      .nullable()
      .comment('Of a pattern: SHA-256 of the namespace it is for');
  });
  await knex.raw(
    'create index entity_name_pattern_idx on entity_name (pattern_namespace_key) where pattern_namespace_key is not null',
  );

  // The second row: what the relations of the catalog were last made from.
  await knex('name_scan').insert({ id: 2 });

  await makeEdges(knex, true);
};

/** @param {import('knex').Knex} knex */
exports.down = async function down(knex) {
  await knex('claim').whereNotNull('relations').delete();
  await knex('name_scan').where({ id: 2 }).delete();
  await makeEdges(knex, false);
  await knex.raw('drop index entity_name_pattern_idx');
  await knex('entity_name').whereNotNull('pattern_namespace_key').delete();
  await knex.schema.alterTable('entity_name', table => {
    table.dropColumn('pattern_namespace_key');
  });
  await knex.raw('drop index claim_age_idx');
  await knex.raw('drop index claim_catalog_idx');
  await knex.schema.alterTable('claim', table => {
    table.index(['src'], 'claim_src_idx');
    table.index(['dst'], 'claim_dst_idx');
    table.dropIndex(['src_root'], 'claim_src_root_idx');
    table.dropIndex(['dst_root'], 'claim_dst_root_idx');
    table.dropColumns(
      'environment_id',
      'relations',
      'claimant_root',
      'src_root',
      'dst_root',
    );
  });
  await knex.schema.alterTable('same_as', table => {
    table.index(['other_id'], 'same_as_other_idx');
    table.dropIndex(
      ['node_root', 'other_root', 'kind'],
      'same_as_node_root_idx',
    );
    table.dropIndex(
      ['other_root', 'node_root', 'kind'],
      'same_as_other_root_idx',
    );
    table.dropColumns('node_root', 'other_root');
  });
  await knex.schema.alterTable('run_edge', table => {
    table.index(['dst', 'last_seen'], 'run_edge_dst_idx');
    table.dropIndex(['dst_root', 'last_seen'], 'run_edge_dst_root_idx');
    table.dropIndex(['src_root', 'last_seen'], 'run_edge_src_root_idx');
    table.dropColumns('src_root', 'dst_root');
  });
  await knex.schema.alterTable('run', table => {
    table.index(['job_id', 'last_stamp'], 'run_job_idx');
    table.dropIndex(['job_root', 'last_stamp'], 'run_job_root_idx');
    table.dropColumn('job_root');
  });
  await knex.schema.dropTable('folded_facet');
  await knex.schema.alterTable('job', table => {
    table.dropColumns('folded_latest', 'folded_run_id', 'folded_run_stamp');
  });
  await knex.raw('drop index node_unmapped_environment_idx');
  await knex.raw('drop index node_unmapped_idx');
  await knex.raw('drop index node_root_idx');
  await knex.raw('drop index node_alias_idx');
  await knex.schema.alterTable('node', table => {
    table.dropIndex(['output_id'], 'node_output_idx');
    table.dropIndex(['canonical_id', 'root_id'], 'node_canonical_root_idx');
    table.index(['canonical_id'], 'node_canonical_idx');
    table.dropColumns(
      'root_id',
      'alias_key',
      'environment_id',
      'folded_names',
      'folded_first',
      'folded_last',
    );
  });
  await knex.schema.dropTable('environment');
  await knex.schema.alterTable('drain', table => {
    table.dropColumns('names_version', 'names_digest');
  });
};

/**
 * Adds columns for the nodes that others fold into. So far nothing folds, and
 * every node is its own.
 *
 * @param {import('knex').Knex} knex
 * @param {string} name
 * @param {Record<string, string>} columns each with the one it is made from
 */
async function addRoots(knex, name, columns) {
  await knex.schema.alterTable(name, table => {
    for (const column of Object.keys(columns)) {
      id(table, column).nullable();
    }
  });
  await knex(name).update(
    Object.fromEntries(
      Object.entries(columns).map(([column, from]) => [column, knex.ref(from)]),
    ),
  );
}

/**
 * The graph is made from claims, so it can be made anew.
 *
 * @param {import('knex').Knex} knex
 * @param {boolean} byEnvironment
 */
async function makeEdges(knex, byEnvironment) {
  const environment = byEnvironment ? ['environment_id'] : [];
  await knex.schema.dropTable('edge');
  await knex.schema.createTable('edge', table => {
    table.comment('The graph as it is now, between nodes as they are shown');
    id(table, 'src').notNullable();
    id(table, 'dst').notNullable();
    if (byEnvironment) {
      table.integer('environment_id').notNullable();
    }
    table
      .smallint('origin')
      .notNullable()
      .comment('1 observed, 2 declared, 3 both');
    table.primary(['src', 'dst', ...environment], 'edge_pk');
    // What is walked: found from both ends without touching the table.
    table.index(['dst', ...environment, 'src', 'origin'], 'edge_dst_idx');
    table.index(['src', ...environment, 'dst', 'origin'], 'edge_src_idx');
  });
  const columns = ['canonical_src', 'canonical_dst', ...environment].join(', ');
  await knex.raw(
    `insert into edge (src, dst, ${[...environment, 'origin'].join(', ')})
     select ${columns}, sum(distinct origin) from claim
     where current and canonical_src <> canonical_dst
     group by ${columns}`,
  );
}
