// @ts-check

// What somebody asks of a registry server is written down before the server is
// asked, and settled together with what came of it: whichever replica finds
// it left behind by one that died asks the server what it shows, and brings it
// to its end. Until now that was so for versions that are registered alone.

const OPEN_INDEX = 'server_change_open_idx';
const DONE_INDEX = 'server_change_done_idx';

/** @param {import('knex').Knex} knex */
exports.up = async function up(knex) {
  await knex.raw('DROP INDEX registration_claim_age_idx');
  await knex.schema.renameTable('registration_claim', 'server_change');
  await knex.schema.alterTable('server_change', table => {
    // Empty in what was asked before: only asking again can settle that.
    table.string('server', 64).nullable();
    table.string('record_id', 26).nullable();
    // Such as `record.rename`.
    table.string('kind', 32).nullable();
    // What a record is to be called.
    table.string('new_name', 500).nullable();
    // JSON: what was asked, and by whom.
    table.text('asked').nullable();
    table.text('asker').nullable();
  });
  // Few are open at a time, and reads of a server ask for these.
  await knex.raw(
    `CREATE INDEX ${OPEN_INDEX} ON server_change (server, claimed_at)
     WHERE done_at IS NULL`,
  );
  await knex.raw(`CREATE INDEX ${DONE_INDEX} ON server_change (done_at)`);
};

/** @param {import('knex').Knex} knex */
exports.down = async function down(knex) {
  await knex.raw(`DROP INDEX ${OPEN_INDEX}`);
  await knex.raw(`DROP INDEX ${DONE_INDEX}`);
  await knex('server_change').whereNot({ kind: 'version.create' }).delete();
  for (const column of [
    'server',
    'record_id',
    'kind',
    'new_name',
    'asked',
    'asker',
  ]) {
    // Not by the schema builder, which would copy the table on SQLite.
    await knex.raw('ALTER TABLE server_change DROP COLUMN ??', [column]);
  }
  await knex.schema.renameTable('server_change', 'registration_claim');
  await knex.raw(
    'CREATE INDEX registration_claim_age_idx ON registration_claim (claimed_at)',
  );
};
