import { Knex } from 'knex';
import { databases, migratedDatabase } from '../__testUtils__/migratedDatabase';
import { Sql } from '../database/Sql';
import { NODE_KIND } from '../nodes/nodeKinds';
import { IdentityTable } from './IdentityTable';

jest.setTimeout(60_000);

const byId = (a: { id: number }, b: { id: number }) => a.id - b.id;

/** A dataset, an entity, a job and the job as the maker of an output. */
async function seed(knex: Knex): Promise<void> {
  const node = (id: number, kind: number, name: string, more = {}) => ({
    id,
    kind,
    key: `${kind} ${name}`,
    namespace: kind === NODE_KIND.entity ? '' : 'n',
    name,
    ...more,
  });
  await knex('node').insert(node(1, NODE_KIND.dataset, 'd'));
  await knex('node').insert(node(2, NODE_KIND.entity, 'model:default/m'));
  await knex('node').insert(node(3, NODE_KIND.job, 'j'));
  await knex('node').insert(
    node(4, NODE_KIND.step, 'j', { job_id: 3, output_id: 1 }),
  );
}

describe.each(databases.eachSupportedId())('IdentityTable on %s', id => {
  it('reads what a node is once, and what a step is each time', async () => {
    const knex = await migratedDatabase(id);
    await seed(knex);
    const sql = new Sql(knex);
    const selectOften = jest.spyOn(sql, 'selectOften');
    const table = new IdentityTable({ sql });
    const expected = [
      { id: 1, kind: 'dataset' },
      { id: 2, kind: 'entity', entityRef: 'model:default/m' },
      { id: 3, kind: 'job' },
      { id: 4, kind: 'job' },
    ];
    expect((await table.read([4, 1, 2, 3, 9])).sort(byId)).toEqual(expected);
    expect(await table.read([2, 1])).toEqual([expected[1], expected[0]]);
    expect(selectOften).toHaveBeenCalledTimes(1);

    // The job now belongs to an entity, and is shown as that.
    await knex('node').where({ id: 3 }).update({ canonical_id: 2 });
    expect(await table.read([4])).toEqual([
      { id: 4, kind: 'entity', entityRef: 'model:default/m' },
    ]);
    expect(selectOften).toHaveBeenCalledTimes(2);
  });

  it('forgets some of very many entities', async () => {
    const knex = await migratedDatabase(id);
    await seed(knex);
    await knex('node').insert({
      id: 5_000,
      kind: NODE_KIND.entity,
      key: '3 model:default/other',
      namespace: '',
      name: 'model:default/other',
    });
    const sql = new Sql(knex);
    const selectOften = jest.spyOn(sql, 'selectOften');
    const table = new IdentityTable({ sql, mostEntities: 1 });
    const read = async () =>
      (await table.read([1, 2, 3, 5_000]))
        .map(({ entityRef }) => entityRef ?? '')
        .sort();
    const expected = ['', '', 'model:default/m', 'model:default/other'];
    expect(await read()).toEqual(expected);
    expect(await read()).toEqual(expected);
    expect(selectOften).toHaveBeenCalledTimes(2);
    expect(selectOften.mock.calls[1][1]).toMatch(/^.2.$/);
  });
});
