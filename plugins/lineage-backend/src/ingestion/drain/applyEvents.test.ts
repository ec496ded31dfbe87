import { Knex } from 'knex';
import { acceptEvents, drainEvents } from '../../__testUtils__/ingest';
import {
  databases,
  migratedDatabase,
} from '../../__testUtils__/migratedDatabase';
import { dataset, jobEvent, runEvent } from '../../__testUtils__/runEvent';

jest.setTimeout(60_000);

const runIdOf = (index: number) =>
  `0192d0a0-0000-7000-8000-${String(index).padStart(12, '0')}`;
const DATASET = { type: 'DATASET', namespace: 'db' };
const declaring = (time: string, inputs?: object[], outputs?: object[]) =>
  jobEvent({ time, inputs, outputs });

describe.each(databases.eachSupportedId())('events on %s', id => {
  let knex: Knex;
  beforeEach(async () => {
    knex = await migratedDatabase(id);
  });

  const send = async (...events: object[]) => {
    await acceptEvents(knex, JSON.parse(JSON.stringify(events)));
    await drainEvents(knex);
  };
  /** The graph in words: `a > load` observed, `=` declared, `*` both; a step as `load/b`. */
  const edges = async () => {
    const rows = await knex('edge')
      .join('node as s', 's.id', 'edge.src')
      .leftJoin('node as so', 'so.id', 's.output_id')
      .join('node as d', 'd.id', 'edge.dst')
      .leftJoin('node as do', 'do.id', 'd.output_id')
      .select(
        's.name as source',
        'so.name as made',
        'd.name as target',
        'do.name as maker',
        'origin',
      );
    const word = (name: string, output: string | null) =>
      output === null ? name : `${name}/${output}`;
    return rows
      .map(
        row =>
          `${word(row.source, row.made)} ${'?>=*'[row.origin]} ${word(row.target, row.maker)}`,
      )
      .sort();
  };
  const claims = async () =>
    await knex('claim')
      .join('node as s', 's.id', 'claim.src')
      .where({ 's.name': 'a' })
      .first('claim.*');

  it('connect jobs with what their runs read and wrote', async () => {
    await send(
      runEvent({ type: 'START', inputs: [dataset('a')] }),
      runEvent({ time: '2026-11-20T11:00:00Z', outputs: [dataset('b')] }),
    );
    expect(await edges()).toEqual(['a > load', 'load > b']);
    expect(await knex('run').first()).toMatchObject({
      id: runIdOf(1),
      state: 2,
      started_at: '2026-11-20T10:00:00.000000000Z',
      ended_at: '2026-11-20T11:00:00.000000000Z',
      parent_run_id: null,
    });
    expect(await knex('job').first()).toMatchObject({
      latest: '2026-11-20T11:00:00.000000000Z',
      last_run_id: runIdOf(1),
    });
  });

  it('count runs once, however often they are told of', async () => {
    const events = [1, 2, 3].map(index =>
      runEvent({
        runId: runIdOf(index),
        time: `2026-11-20T10:00:0${index}Z`,
        inputs: [dataset('a')],
      }),
    );
    await send(...events, ...events);
    await knex('event').delete();
    await send(...events);
    const claim = await claims();
    expect(claim).toMatchObject({
      first_seen: '2026-11-20T10:00:01.000000000Z',
      last_seen: '2026-11-20T10:00:03.000000000Z',
      runs: 3,
    });
    expect(Boolean(claim.current)).toBe(true);
  });

  it('connect what an output was made from, once it is told', async () => {
    const io = {
      inputs: [dataset('a'), dataset('b')],
      outputs: [dataset('x'), dataset('y')],
    };
    await send(runEvent({ type: 'START', ...io }));
    expect(await edges()).toEqual([
      'a > load',
      'b > load',
      'load > x',
      'load > y',
    ]);
    const columns = (input: string) => ({
      columnLineage: {
        fields: {
          id: {
            inputFields: [{ namespace: 'db', name: input, field: 'id' }],
          },
        },
      },
    });
    await send(
      runEvent({
        time: '2026-11-20T11:00:00Z',
        ...io,
        outputs: [dataset('x', columns('a')), dataset('y', columns('b'))],
      }),
    );
    expect(await edges()).toEqual([
      'a > load/x',
      'b > load/y',
      'load/x > x',
      'load/y > y',
    ]);
    expect(await knex('claim').pluck('runs')).toEqual([1, 1, 1, 1]);
  });

  it('end connections that were not seen for long before the latest event of their job', async () => {
    await send(
      runEvent({ time: '2026-09-01T00:00:00Z', inputs: [dataset('a')] }),
      // Of another job, so it changes nothing.
      runEvent({
        time: '2026-11-01T00:00:00Z',
        runId: runIdOf(2),
        job: 'other',
        inputs: [dataset('b')],
      }),
    );
    expect(await edges()).toEqual(['a > load', 'b > other']);
    await send(
      runEvent({
        time: '2026-10-01T00:00:00.001Z',
        runId: runIdOf(3),
        inputs: [dataset('c')],
      }),
    );
    expect(await edges()).toEqual(['b > other', 'c > load']);
    // Seen again, though told late.
    await send(
      runEvent({
        time: '2026-09-15T00:00:00Z',
        runId: runIdOf(4),
        inputs: [dataset('a')],
      }),
    );
    expect(await edges()).toEqual(['a > load', 'b > other', 'c > load']);
  });

  it('replace what a job declared, and add it to what is observed', async () => {
    await send(
      runEvent({ inputs: [dataset('a')] }),
      declaring('2026-11-20T10:00:00Z', [dataset('a')], [dataset('x')]),
    );
    expect(await edges()).toEqual(['a * load', 'load = x']);
    await send(
      declaring('2026-11-20T12:00:00Z', [dataset('b')], []),
      declaring('2026-11-20T11:00:00Z', [dataset('c')], [dataset('x')]),
      // Says nothing of inputs and outputs.
      declaring('2026-11-20T13:00:00Z'),
    );
    expect(await edges()).toEqual(['a > load', 'b = load']);
    await send(declaring('2026-11-20T14:00:00Z', [], []));
    expect(await edges()).toEqual(['a > load']);
  });

  it('take what datasets say that they are made from', async () => {
    const datasetEvent = (time: string, lineage: object) => ({
      eventTime: time,
      dataset: dataset('b', { lineage }),
    });
    await send(
      datasetEvent('2026-11-20T10:00:00Z', {
        inputs: [{ ...DATASET, name: 'a' }],
      }),
    );
    expect(await edges()).toEqual(['a = b']);
    await send(datasetEvent('2026-11-20T11:00:00Z', { _deleted: true }));
    expect(await edges()).toEqual([]);
  });

  it('take what an input says that it was made from, whoever reads it', async () => {
    const reading = (time: string, job: string, lineage?: object) =>
      runEvent({
        time,
        job,
        runId: runIdOf(job === 'report' ? 1 : 2),
        inputs: [dataset('view', lineage && { lineage })],
      });
    const from = (name: string) => ({ inputs: [{ ...DATASET, name }] });
    await send(
      reading('2026-11-20T12:00:00Z', 'report', from('b')),
      reading('2026-11-20T11:00:00Z', 'export', from('a')),
      reading('2026-11-20T13:00:00Z', 'report'),
    );
    const reads = ['view > export', 'view > report'];
    expect(await edges()).toEqual(['b = view', ...reads]);
    await send(
      declaring('2026-11-20T14:00:00Z', [
        dataset('view', { lineage: { _deleted: true } }),
      ]),
    );
    expect(await edges()).toEqual([...reads, 'view = load'].sort());
    await send(reading('2026-11-20T12:30:00Z', 'report', from('c')));
    expect(await edges()).toEqual([...reads, 'view = load'].sort());
  });

  it('keep the latest facet of each name, and know when it was deleted', async () => {
    const described = (time: string, documentation: object) =>
      runEvent({ time, inputs: [dataset('a', { documentation })] });
    const stored = async () =>
      await knex('facet')
        .leftJoin('facet_content', 'hash', 'content_hash')
        .select('name', 'stamp', 'body');
    await send(
      described('2026-11-20T11:00:00Z', { description: 'new', more: 1 }),
      described('2026-11-20T10:00:00Z', { description: 'old', less: 1 }),
    );
    expect(await stored()).toEqual([
      {
        name: 'documentation',
        stamp: expect.stringMatching(/^2026-11-20T11:00:00.000000000Z\|/),
        body: '{"description":"new","more":1}',
      },
    ]);
    await send(described('2026-11-20T12:00:00Z', { _deleted: true }));
    await send(described('2026-11-20T11:30:00Z', { description: 'late' }));
    expect(await stored()).toEqual([
      {
        name: 'documentation',
        stamp: expect.stringMatching(/^2026-11-20T12:/),
        body: null,
      },
    ]);
  });

  it('may hold texts that databases do not take', async () => {
    const odd = 'a\0b\ud800c\u2028"\\';
    const facet = { description: odd, [odd]: [odd], ['__proto__']: odd };
    await send(
      runEvent({
        type: 'FAIL',
        inputs: [dataset('a', { documentation: facet })],
        facets: {
          errorMessage: { message: odd, programmingLanguage: odd },
          nominalTime: { nominalStartTime: odd },
          custom_odd: facet,
        },
      }),
    );
    expect(await edges()).toEqual(['a > load']);
    const [{ body }] = await knex('facet_content');
    expect(JSON.parse(body)).toEqual(JSON.parse(JSON.stringify(facet)));
  });

  it('show a renamed dataset under its new name, also when it is written again', async () => {
    const renamed = {
      lifecycleStateChange: 'RENAME',
      previousIdentifier: { namespace: 'db', name: 'a' },
    };
    await send(
      runEvent({ inputs: [dataset('a')] }),
      runEvent({
        time: '2026-11-20T11:00:00Z',
        runId: runIdOf(2),
        job: 'rename',
        outputs: [dataset('z', { lifecycleStateChange: renamed })],
      }),
      runEvent({
        time: '2026-11-20T12:00:00Z',
        runId: runIdOf(3),
        job: 'rename',
        outputs: [
          dataset('z', {
            lifecycleStateChange: { lifecycleStateChange: 'OVERWRITE' },
          }),
        ],
      }),
    );
    expect(await edges()).toEqual(['rename > z', 'z > load']);
  });

  it('know a parent through its children, until it speaks for itself', async () => {
    const parent = {
      run: { runId: 'dag-1' },
      job: { namespace: 'etl', name: 'dag' },
    };
    await send(runEvent({ facets: { parent } }));
    const [stub] = await knex('run').where({ original_id: 'dag-1' });
    const [dag] = await knex('node').where({ name: 'dag' });
    expect(stub).toMatchObject({
      job_id: dag.id,
      state: 0,
      last_stamp: expect.stringMatching(/^2026-11-20T10:00:00.000000000Z\|/),
    });
    expect(await knex('run').where({ id: runIdOf(1) })).toMatchObject([
      { parent_run_id: stub.id },
    ]);
    const [load] = await knex('node').where({ name: 'load' });
    expect(await knex('job').where({ node_id: load.id })).toMatchObject([
      { parent_id: dag.id },
    ]);

    await send(
      runEvent({
        runId: 'dag-1',
        job: 'real_dag',
        type: 'START',
        time: '2026-11-19T00:00:00Z',
      }),
      runEvent({ time: '2026-11-20T11:00:00Z', facets: { parent } }),
    );
    const [own] = await knex('node').where({ name: 'real_dag' });
    expect(await knex('run').where({ id: stub.id })).toMatchObject([
      {
        job_id: own.id,
        state: 1,
        last_stamp: expect.stringMatching(/^2026-11-19/),
      },
    ]);
  });

  it('may be of runs that change their job', async () => {
    await send(runEvent({ type: 'START', inputs: [dataset('a')] }));
    await send(
      runEvent({
        time: '2026-11-20T11:00:00Z',
        job: 'renamed',
        inputs: [dataset('b')],
      }),
    );
    expect(await edges()).toEqual(['a > renamed', 'b > renamed']);
  });
});
