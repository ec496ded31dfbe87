// @ts-check

// Versions that were deleted have a tombstone, and are neither searched nor
// counted unless somebody asks for them. When they were deleted stands in the
// version too, so that the indexes that lists and searches walk hold it, and
// in the counters. Who made a version or registered it is looked up by an
// index of its own: few versions are of one person; so are labels. The newest version that is
// still there is the first of an index, however many were deleted after it.

const KEY = `subject_id, coalesce(record_id, '')`;

/** Indexes that get further columns. */
const walked = [
  {
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
    more: ['deleted_at'],
  },
  {
    name: 'version_list_idx',
    columns: [
      'subject_id',
      'created_at',
      'id',
      'label',
      'variant',
      'created_by',
      'record_id',
    ],
    more: ['registered_by', 'deleted_at'],
  },
];

const personIndexes = {
  version_creator_idx: 'version (created_by, id)',
  version_registrar_idx:
    'version (registered_by, id) WHERE registered_by IS NOT NULL',
  version_live_idx:
    'version (subject_id, created_at, id) WHERE gone_since IS NULL',
};

/** @param {import('knex').Knex} knex */
function newIndexes(knex) {
  // Labels are looked up by their beginning, whatever the case.
  const label = isPostgres(knex)
    ? '(lower(label)) COLLATE "C"'
    : 'lower(label)';
  return {
    ...personIndexes,
    version_label_idx: `version (kind, ${label}, id)`,
  };
}

/** @param {import('knex').Knex} knex */
exports.up = async function up(knex) {
  await knex.schema.alterTable('version', table => {
    table.string('deleted_at', 24).nullable();
  });
  await knex.schema.alterTable('version_count', table => {
    // Of the total.
    table.integer('deleted').notNullable().defaultTo(0);
  });
  await (isPostgres(knex)
    ? createPostgresFunctions(knex, { countDeleted: true })
    : replaceSqliteTriggers(knex, { countDeleted: true }));
  // Counted by the triggers.
  await knex('version')
    .whereIn('id', knex('version_tombstone').select('version_id'))
    .update({
      deleted_at: knex('version_tombstone')
        .select('deleted_at')
        .where('version_id', knex.ref('version.id')),
    });
  await knex.schema.alterTable('version', table => {
    for (const { name, columns, more } of walked) {
      table.dropIndex(columns, name);
      table.index([...columns, ...more], name);
    }
  });
  for (const [name, on] of Object.entries(newIndexes(knex))) {
    await knex.raw(`CREATE INDEX ${name} ON ${on}`);
  }
};

/** @param {import('knex').Knex} knex */
exports.down = async function down(knex) {
  for (const name of Object.keys(newIndexes(knex))) {
    await knex.raw('DROP INDEX ??', [name]);
  }
  await knex.schema.alterTable('version', table => {
    for (const { name, columns, more } of walked) {
      table.dropIndex([...columns, ...more], name);
      table.index(columns, name);
    }
  });
  await (isPostgres(knex)
    ? createPostgresFunctions(knex, { countDeleted: false })
    : replaceSqliteTriggers(knex, { countDeleted: false }));
  // Not by the schema builder, which would copy the tables on SQLite.
  await knex.raw('ALTER TABLE version_count DROP COLUMN deleted');
  await knex.raw('ALTER TABLE version DROP COLUMN deleted_at');
};

/** @param {import('knex').Knex} knex */
function isPostgres(knex) {
  return knex.client.config.client === 'pg';
}

/**
 * The triggers stay: they call what is made here, with the rows that each
 * statement added and removed.
 *
 * @param {import('knex').Knex} knex
 * @param {{ countDeleted: boolean }} options
 */
async function createPostgresFunctions(knex, { countDeleted }) {
  /**
   * @param {string} rows
   * @param {1 | -1} change
   */
  const delta = (rows, change) =>
    `SELECT ${KEY}, ${change}, CASE WHEN ${countDeleted ? 'deleted_at IS NULL' : 'true'} THEN 0 ELSE ${change} END FROM ${rows}`;
  const deltas = {
    insert: delta('added', 1),
    delete: delta('removed', -1),
    update: `${delta('added', 1)} UNION ALL ${delta('removed', -1)}`,
  };
  const [columns, sums, set, changed] = countDeleted
    ? [
        'subject_id, record_id, total, deleted',
        'sum(delta.change), sum(delta.deleted)',
        'total = version_count.total + excluded.total, deleted = version_count.deleted + excluded.deleted',
        'sum(delta.change) <> 0 OR sum(delta.deleted) <> 0',
      ]
    : [
        'subject_id, record_id, total',
        'sum(delta.change)',
        'total = version_count.total + excluded.total',
        'sum(delta.change) <> 0',
      ];
  for (const [statement, rows] of Object.entries(deltas)) {
    // In one order, so that two transactions cannot wait for each other.
    await knex.raw(`
      CREATE OR REPLACE FUNCTION version_count_${statement}()
      RETURNS trigger LANGUAGE plpgsql AS $$
      BEGIN
        INSERT INTO version_count (${columns})
        SELECT delta.subject_id, delta.record_id, ${sums}
        FROM (${rows}) AS delta (subject_id, record_id, change, deleted)
        GROUP BY delta.subject_id, delta.record_id
        HAVING ${changed}
        ORDER BY delta.subject_id, delta.record_id
        ON CONFLICT (subject_id, record_id) DO UPDATE SET ${set};
        RETURN NULL;
      END $$
    `);
  }
}

/**
 * @param {import('knex').Knex} knex
 * @param {{ countDeleted: boolean }} options
 */
async function replaceSqliteTriggers(knex, { countDeleted }) {
  const [columns, values, added, removed] = countDeleted
    ? [
        'subject_id, record_id, total, deleted',
        `NEW.subject_id, coalesce(NEW.record_id, ''), 1, NEW.deleted_at IS NOT NULL`,
        ', deleted = deleted + (NEW.deleted_at IS NOT NULL)',
        ', deleted = deleted - (OLD.deleted_at IS NOT NULL)',
      ]
    : [
        'subject_id, record_id, total',
        `NEW.subject_id, coalesce(NEW.record_id, ''), 1`,
        '',
        '',
      ];
  const add = `
    INSERT INTO version_count (${columns}) VALUES (${values})
    ON CONFLICT (subject_id, record_id) DO UPDATE SET total = total + 1${added};
  `;
  const remove = `
    UPDATE version_count SET total = total - 1${removed}
    WHERE subject_id = OLD.subject_id
    AND record_id = coalesce(OLD.record_id, '');
  `;
  const of = countDeleted
    ? ['subject_id', 'record_id', 'deleted_at']
    : ['subject_id', 'record_id'];
  const moved = of.map(column => `OLD.${column} IS NOT NEW.${column}`);
  for (const statement of ['insert', 'delete', 'update']) {
    await knex.raw('DROP TRIGGER ??', [`version_count_${statement}`]);
  }
  await knex.raw(
    `CREATE TRIGGER version_count_insert AFTER INSERT ON version BEGIN ${add} END`,
  );
  await knex.raw(
    `CREATE TRIGGER version_count_delete AFTER DELETE ON version BEGIN ${remove} END`,
  );
  await knex.raw(`
    CREATE TRIGGER version_count_update AFTER UPDATE OF ${of.join(', ')} ON version
    WHEN ${moved.join(' OR ')}
    BEGIN ${remove} ${add} END
  `);
}
