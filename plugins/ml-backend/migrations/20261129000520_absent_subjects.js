// @ts-check

// The subjects whose entities the catalog does not hold, which searches leave
// out: mostly few of very many. The refs stand in it, because searches look
// whether the index of models has them again.

/** @param {import('knex').Knex} knex */
exports.up = async function up(knex) {
  await knex.raw(
    `CREATE INDEX subject_absent_idx
     ON subject (id, ref) WHERE deleted_at IS NOT NULL`,
  );
};

/** @param {import('knex').Knex} knex */
exports.down = async function down(knex) {
  await knex.raw('DROP INDEX subject_absent_idx');
};
