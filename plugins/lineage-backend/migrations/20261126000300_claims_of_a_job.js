// @ts-check

// Claims of a job, current or not: without it, deciding anew what is current
// reads every claim once for each job.

/** @param {import('knex').Knex} knex */
exports.up = async function up(knex) {
  await knex.schema.alterTable('claim', table => {
    table.index(['claimant_root'], 'claim_claimant_root_idx');
  });
};

/** @param {import('knex').Knex} knex */
exports.down = async function down(knex) {
  await knex.schema.alterTable('claim', table => {
    table.dropIndex(['claimant_root'], 'claim_claimant_root_idx');
  });
};
