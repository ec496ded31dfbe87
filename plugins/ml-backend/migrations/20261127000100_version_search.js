// @ts-check

// Versions are searched across all models, and feature views and datasets have
// versions too. A search walks one index, newest first: it holds everything a
// version is filtered by without the help of another table, so that wide rows
// are read for the page only. What other tables say - metrics, tags, aliases,
// stages - has an index that starts with what is asked for, not with the model.

/** Indexes that are the same on both databases. */
const plainIndexes = [
  {
    table: 'version',
    name: 'version_search_idx',
    columns: [
      'kind',
      'created_at',
      'id',
      'subject_id',
      'record_id',
      'variant',
      'label',
    ],
  },
  {
    table: 'version_metric',
    name: 'version_metric_search_idx',
    columns: ['name', 'value', 'version_id'],
  },
  {
    table: 'version_tag',
    name: 'version_tag_search_idx',
    columns: ['key', 'value', 'version_id'],
  },
  {
    table: 'version_alias',
    name: 'version_alias_search_idx',
    columns: ['alias', 'version_id'],
  },
  {
    table: 'subject',
    name: 'subject_owner_idx',
    columns: ['last_owner', 'id'],
  },
];

/**
 * The name in an entity ref is what follows the slash. Names of records are
 * ordered by code points, as clients of the registry expect it, and sources of
 * versions are only ever compared as a whole: they may be too long for a tree.
 */
const otherIndexes = {
  pg: {
    assignment_stage_idx: `ON assignment (stage, version_id) WHERE until IS NULL`,
    subject_name_idx: `ON subject ((split_part(ref, '/', 2)) COLLATE "C")`,
    registry_record_order_idx: `ON registry_record (name COLLATE "C", id) WHERE gone_since IS NULL`,
    version_artifact_idx: `ON version USING hash (artifact_uri)`,
    portal_version_source_idx: `ON portal_version USING hash (source)`,
  },
  sqlite: {
    assignment_stage_idx: `ON assignment (stage, version_id) WHERE until IS NULL`,
    subject_name_idx: `ON subject (substr(ref, instr(ref, '/') + 1))`,
    registry_record_order_idx: `ON registry_record (name, id) WHERE gone_since IS NULL`,
    version_artifact_idx: `ON version (artifact_uri)`,
    portal_version_source_idx: `ON portal_version (source)`,
  },
};

/** @param {import('knex').Knex} knex */
exports.up = async function up(knex) {
  await knex.schema.alterTable('version', table => {
    // Kind of the subject, in lower case as in its ref.
    table.string('kind', 63).notNullable().defaultTo('model');
    // What only versions of its kind have, as members of the version.
    table.text('facts').nullable();
  });
  for (const { table: name, ...index } of plainIndexes) {
    await knex.schema.alterTable(name, table => {
      table.index(index.columns, index.name);
    });
  }
  for (const [name, on] of Object.entries(indexesOf(knex))) {
    await knex.raw(`CREATE INDEX ${name} ${on}`);
  }
};

/** @param {import('knex').Knex} knex */
exports.down = async function down(knex) {
  for (const name of [
    ...Object.keys(indexesOf(knex)),
    ...plainIndexes.map(index => index.name),
  ]) {
    await knex.raw('DROP INDEX ??', [name]);
  }
  // Not by the schema builder, which would copy the table on SQLite.
  for (const column of ['facts', 'kind']) {
    await knex.raw('ALTER TABLE version DROP COLUMN ??', [column]);
  }
};

/** @param {import('knex').Knex} knex */
function indexesOf(knex) {
  return knex.client.config.client === 'pg'
    ? otherIndexes.pg
    : otherIndexes.sqlite;
}
