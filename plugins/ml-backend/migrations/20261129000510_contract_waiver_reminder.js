// @ts-check

// What has to be told of waivers that were granted, and when: once before one
// ends, and once when it has ended. A row that is done is never told again.

const NOTICE_MS = 7 * 24 * 60 * 60 * 1000;
const BATCH = 200;

/** @param {import('knex').Knex} knex */
exports.up = async function up(knex) {
  await knex.schema.createTable('contract_waiver_reminder', table => {
    table
      .string('waiver_id', 26)
      .notNullable()
      .references('contract_waiver.id');
    // `ending` or `ended`.
    table.string('kind', 16).notNullable();
    table.string('due_at', 24).notNullable();
    table.string('done_at', 24).nullable();
    table.primary(['waiver_id', 'kind'], 'contract_waiver_reminder_pk');
    // Asked every minute: what is not done and due, the longest due first.
    table.index(
      ['done_at', 'due_at', 'waiver_id'],
      'contract_waiver_reminder_due_idx',
    );
  });

  // Those that hold now. What ended before is no news any more.
  const now = new Date().toISOString();
  /** @type {{ id: string; until: string }[]} */
  const granted = await knex('contract_waiver as waiver')
    .join('contract_waiver_step as decided', join =>
      join
        .on('decided.waiver_id', 'waiver.id')
        .andOnVal('decided.step', 'decision')
        .andOnVal('decided.verdict', 'granted'),
    )
    .leftJoin('contract_waiver_step as revoked', join =>
      join
        .on('revoked.waiver_id', 'waiver.id')
        .andOnVal('revoked.step', 'revocation'),
    )
    .whereNull('revoked.waiver_id')
    .where('waiver.until', '>', now)
    .select('waiver.id', 'waiver.until');
  for (let start = 0; start < granted.length; start += BATCH) {
    await knex('contract_waiver_reminder').insert(
      granted.slice(start, start + BATCH).flatMap(({ id, until }) => [
        {
          waiver_id: id,
          kind: 'ending',
          due_at: new Date(Date.parse(until) - NOTICE_MS).toISOString(),
        },
        { waiver_id: id, kind: 'ended', due_at: until },
      ]),
    );
  }
};

/** @param {import('knex').Knex} knex */
exports.down = async function down(knex) {
  await knex.schema.dropTable('contract_waiver_reminder');
};
