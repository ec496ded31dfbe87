// @ts-check

// Deliveries of registries' webhooks that were taken, so that none of them is
// taken twice. Kept as long as a delivery could be sent again.

/** @param {import('knex').Knex} knex */
exports.up = async function up(knex) {
  await knex.schema.createTable('webhook_delivery', table => {
    table.string('server', 64).notNullable();
    table.string('delivery_id', 100).notNullable();
    table.string('received_at', 24).notNullable();
    table.primary(['server', 'delivery_id'], 'webhook_delivery_pk');
    table.index(['received_at'], 'webhook_delivery_received_idx');
  });
};

/** @param {import('knex').Knex} knex */
exports.down = async function down(knex) {
  await knex.schema.dropTable('webhook_delivery');
};
