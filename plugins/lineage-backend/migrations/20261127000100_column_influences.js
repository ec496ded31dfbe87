// @ts-check

// How fields decide something, such as by a filter or a join, takes further bits
// of the kind of their connection. They follow from facets that are there already:
// the next start makes all that follows from names anew, connections between
// fields among them.

const BITS =
  '1 the value is passed on, 2 it decides something: 4 filter, 8 join, 16 grouping, 32 sorting, 64 window, 128 condition';

/** @param {import('knex').Knex} knex */
exports.up = async function up(knex) {
  if (knex.client.config.client === 'pg') {
    await knex.raw(`comment on column column_edge.kind is '${BITS}'`);
  }
  await knex('drain').update({ names_digest: null });
};

/** @param {import('knex').Knex} knex */
exports.down = async function down(knex) {
  await knex.raw('update column_edge set kind = kind & 3 where kind > 3');
};
