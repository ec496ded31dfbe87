import { Knex } from 'knex';
import {
  acceptEvents,
  drainEvents,
  exportText,
} from '../../__testUtils__/ingest';
import {
  databases,
  migratedDatabase,
} from '../../__testUtils__/migratedDatabase';
import { dataset, jobEvent, runEvent } from '../../__testUtils__/runEvent';

jest.setTimeout(60_000);

const legacy = 'before declarations were kept';
const declare = (day: number, ...reads: string[]) =>
  jobEvent({
    time: `2026-11-${String(day).padStart(2, '0')}T00:00:00Z`,
    inputs: reads.map(name => dataset(name)),
    outputs: [],
  });

describe.each(databases.eachSupportedId())('Replay on %s', id => {
  let knex: Knex;
  let expected: string;
  beforeEach(async () => {
    knex = await migratedDatabase(id);
    await acceptEvents(knex, [
      declare(1, 'a'),
      declare(2, 'b'),
      declare(3, 'a', 'c'),
      runEvent({ inputs: [dataset('a')] }),
    ]);
    await drainEvents(knex);
    expected = await exportText(knex);
    await asAfterTheMigration(knex);
  });

  it('gives what there would be if declarations had always been kept', async () => {
    expect(await exportText(knex)).not.toBe(expected);
    await drainEvents(knex);
    expect(await exportText(knex)).toBe(expected);
    expect(await knex('declared_edge').where({ digest: legacy })).toEqual([]);
    expect(await knex('drain').pluck('declared_after')).toEqual([null]);
  });

  it('lets new events go first', async () => {
    await acceptEvents(knex, [runEvent({ job: 'other' })]);
    await drainEvents(knex, { batchEvents: 1 });
    expect(await knex('event').where({ state: 0 })).toEqual([]);
    expect(await knex('declaration').pluck('stamp')).toHaveLength(3);
  });

  it('passes over an event that cannot be put into the graph again', async () => {
    const [first] = await knex('event').where({ kind: 2 }).orderBy('id');
    await knex('event').where({ id: first.id }).update({ body: '{' });
    await expect(drainEvents(knex)).rejects.toThrow(
      `Event ${first.id} is dead: SyntaxError`,
    );
  });
});

/** Only what was declared last is known. */
async function asAfterTheMigration(knex: Knex): Promise<void> {
  const claims = knex('claim').where({ origin: 2, current: false });
  await claims.delete();
  const stamps: string[] = await knex('declaration')
    .orderBy('stamp', 'desc')
    .pluck('stamp');
  const [stamp] = stamps;
  await knex('declaration').whereNot({ stamp }).delete();
  await knex('declaration').update({ digest: legacy });
  await knex('declared_edge').delete();
  await knex('declared_edge').insert(
    knex('claim')
      .where({ origin: 2 })
      .select('claimant_id', knex.raw('?', [legacy]), 'src', 'dst'),
  );
  await knex('claim')
    .where({ origin: 2 })
    .update({
      first_seen: stamp.split('|')[0],
    });
  await knex('drain').update({ declared_after: 0 });
}
