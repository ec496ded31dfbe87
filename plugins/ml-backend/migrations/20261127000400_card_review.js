// @ts-check

// Reviews of cards. A card is text that lies elsewhere, in an entity or with a
// version; a review says by its digest which text it is of. Append-only: the
// newest review of a card counts.

/** @param {import('knex').Knex} knex */
exports.up = async function up(knex) {
  await knex.schema.createTable('card_review', table => {
    table.string('id', 26).primary();
    table.string('subject_id', 26).notNullable().references('subject.id');
    // Empty: of the card in the entity.
    table.string('version_id', 26).nullable().references('version.id');
    table.string('digest', 71).notNullable();
    table.string('state', 16).notNullable();
    table.text('note').nullable();
    table.string('reviewed_by', 512).notNullable();
    table.string('reviewed_at', 24).notNullable();
    table.index(['subject_id', 'version_id', 'id'], 'card_review_card_idx');
  });
};

/** @param {import('knex').Knex} knex */
exports.down = async function down(knex) {
  await knex.schema.dropTable('card_review');
};
