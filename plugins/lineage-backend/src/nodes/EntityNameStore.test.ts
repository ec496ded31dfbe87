import { Knex } from 'knex';
import { acceptEvents, drainEvents, testRules } from '../__testUtils__/ingest';
import { databases, migratedDatabase } from '../__testUtils__/migratedDatabase';
import { dataset, runEvent } from '../__testUtils__/runEvent';
import { EntityName, EntityNameStore } from './EntityNameStore';

jest.setTimeout(60_000);

const name = (
  entityRef: string,
  of: string,
  more: Partial<EntityName> = {},
): EntityName => ({
  entityRef,
  kind: 'dataset',
  namespace: 'db',
  name: of,
  ...more,
});
const load: EntityName = {
  entityRef: 'component:default/loader',
  kind: 'job',
  namespace: 'etl',
  name: 'load',
};

/** A dataset with another name. */
function linked(of: string, other: string, time: string) {
  return runEvent({
    time,
    inputs: [
      dataset(of, {
        symlinks: {
          identifiers: [{ namespace: 'db', name: other, type: 'LOCATION' }],
        },
      }),
    ],
  });
}

describe.each(databases.eachSupportedId())('EntityNameStore on %s', id => {
  let knex: Knex;
  let store: EntityNameStore;

  beforeEach(async () => {
    knex = await migratedDatabase(id);
    store = new EntityNameStore({ knex, rules: testRules });
  });

  const send = async (...events: object[]) => {
    await acceptEvents(knex, events);
    await drainEvents(knex);
  };
  /** The graph in words: `a > load`. */
  const edges = async () => {
    const rows = await knex('edge')
      .join('node as s', 's.id', 'edge.src')
      .join('node as d', 'd.id', 'edge.dst')
      .select('s.name as source', 'd.name as target');
    return rows.map(row => `${row.source} > ${row.target}`).sort();
  };

  it('shows names as the entity that claims them, before and after they are seen', async () => {
    await store.replaceAll([name('dataset:default/a', 'a')]);
    await send(runEvent({ inputs: [dataset('a')], outputs: [dataset('b')] }));
    expect(await edges()).toEqual(['dataset:default/a > load', 'load > b']);

    await store.replaceAll([name('dataset:default/b', 'b'), load]);
    expect(await edges()).toEqual([
      'a > component:default/loader',
      'component:default/loader > dataset:default/b',
    ]);

    await store.replaceAll([]);
    expect(await edges()).toEqual(['a > load', 'load > b']);
  });

  it('shows all names of a thing as one, and what was joined apart again', async () => {
    await send(
      runEvent({ inputs: [dataset('a')], outputs: [dataset('b')] }),
      linked('a', 'path/a', '2026-11-20T10:00:01Z'),
    );
    await store.replaceAll([name('dataset:default/a', 'path/a')]);
    expect(await edges()).toEqual(['dataset:default/a > load', 'load > b']);

    await send(linked('a', 'other', '2026-11-20T10:00:02Z'));
    expect(await edges()).toEqual(['a > load', 'load > b']);
    await store.replaceAll([name('dataset:default/a', 'other')]);
    expect(await edges()).toEqual(['dataset:default/a > load', 'load > b']);
  });

  it('has no connection from a thing to itself', async () => {
    await send(runEvent({ inputs: [dataset('a')], outputs: [dataset('b')] }), {
      ...runEvent({}),
      run: undefined,
      job: undefined,
      dataset: dataset('b', {
        lineage: { inputs: [{ type: 'DATASET', namespace: 'db', name: 'a' }] },
      }),
    });
    expect(await edges()).toEqual(['a > b', 'a > load', 'load > b']);
    await store.replaceAll(
      ['a', 'b'].map(of => name('dataset:default/one', of)),
    );
    expect(await edges()).toEqual([
      'dataset:default/one > load',
      'load > dataset:default/one',
    ]);
  });

  it('takes the first of several entities that claim a name', async () => {
    await send(runEvent({ inputs: [dataset('a')] }));
    await store.replaceAll([
      name('dataset:default/z', 'a'),
      name('dataset:default/b', 'a'),
      name('dataset:default/y', 'a'),
    ]);
    expect(await edges()).toEqual(['dataset:default/b > load']);
    await store.replaceAll([name('dataset:default/z', 'a')]);
    expect(await edges()).toEqual(['dataset:default/z > load']);
  });

  it('writes what is different, and nothing when nothing is', async () => {
    const names = Array.from({ length: 1200 }, (_, index) =>
      name(`dataset:default/d${index}`, `d${index}`, { environment: 'prod' }),
    );
    expect(await store.replaceAll(names)).toBe(1200);
    expect(await knex('entity_name').count({ n: '*' }).first()).toMatchObject({
      n: id === 'SQLITE_3' ? 1200 : '1200',
    });
    const written: string[] = [];
    knex.on('query', ({ sql }: { sql: string }) => written.push(sql));
    expect(await store.replaceAll([...names].reverse())).toBe(0);
    expect(written).toEqual([expect.stringMatching(/^select/)]);
    expect(
      await store.replaceAll([
        ...names.slice(1),
        name('dataset:default/d1', 'd1', { environment: 'test' }),
        name('dataset:default/d0', 'd0', { environment: 'test' }),
      ]),
    ).toBe(1);
    expect(
      await knex('entity_name')
        .whereIn('name', ['d0', 'd1'])
        .orderBy('name')
        .pluck('environment'),
    ).toEqual(['test', 'prod']);
  });

  it('shows all names that fit a pattern as the entity that has it', async () => {
    await send(
      runEvent({
        inputs: [dataset('daily-1'), dataset('daily-2'), dataset('x')],
      }),
    );
    const pattern = name('dataset:default/daily', 'daily-\\d+', {
      isPattern: true,
      environment: 'test',
    });
    await store.replaceAll([pattern]);
    expect(await edges()).toEqual(['dataset:default/daily > load', 'x > load']);
    await send(
      runEvent({
        time: '2026-11-20T10:00:01Z',
        inputs: [dataset('daily-3'), dataset('daily')],
      }),
    );
    expect(await edges()).toEqual([
      'daily > load',
      'dataset:default/daily > load',
      'x > load',
    ]);
    await store.replaceAll([]);
    expect(await edges()).toEqual([
      'daily > load',
      'daily-1 > load',
      'daily-2 > load',
      'daily-3 > load',
      'x > load',
    ]);
    expect(await knex('node').where({ name: 'daily-\\d+' })).toEqual([]);
  });

  it('does not fold a name that an entity has exactly, however it is spelled', async () => {
    await send(
      runEvent({
        inputs: [dataset('a_20260101'), dataset('a_20260102')],
        outputs: [{ namespace: 'postgresql://h:1', name: 'out' }],
      }),
    );
    expect(await edges()).toEqual(['a > load', 'load > out']);
    await store.replaceAll([
      name('dataset:default/frozen', 'a_20260101'),
      {
        ...name('dataset:default/out', 'out'),
        namespace: 'postgres://h:1',
      },
    ]);
    expect(await edges()).toEqual([
      'a > load',
      'dataset:default/frozen > load',
      'load > dataset:default/out',
    ]);
    await send(
      runEvent({
        time: '2026-11-20T10:00:01Z',
        inputs: [dataset('a_20260101')],
        outputs: [{ namespace: 'postgres://h:1', name: 'out' }],
      }),
    );
    expect(
      await knex('node').where({ name: 'a' }).pluck('folded_names'),
    ).toEqual([1]);
    await store.replaceAll([]);
    expect(await edges()).toEqual(['a > load', 'load > out']);
    expect(
      await knex('node').where({ name: 'a' }).pluck('folded_names'),
    ).toEqual([2]);
  });

  it('puts what a run connects where the entity says that its target is', async () => {
    await send(runEvent({ inputs: [dataset('a')], outputs: [dataset('b')] }));
    await store.replaceAll([
      name('dataset:default/b', 'b', { environment: 'test' }),
    ]);
    const environments = () =>
      knex('edge')
        .join('environment', 'environment.id', 'environment_id')
        .orderBy('name')
        .pluck('name');
    expect(await environments()).toEqual(['production', 'test']);
    await store.replaceAll([name('dataset:default/b', 'b')]);
    expect(await environments()).toEqual(['production', 'production']);
  });

  it('leaves out names that no event can have, and cuts what is too long', async () => {
    await store.replaceAll([
      name('dataset:default/a', 'a\0b'),
      name('dataset:default/b', 'b', { region: `\0${'x'.repeat(100)}` }),
    ]);
    expect(await knex('entity_name').select('name', 'region')).toEqual([
      { name: 'b', region: 'x'.repeat(64) },
    ]);
  });
});
