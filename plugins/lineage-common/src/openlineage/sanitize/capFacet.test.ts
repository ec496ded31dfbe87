import {
  dataset,
  datasetKey,
  ETL,
  facet,
  job,
  read,
  RUN_ID,
  runEvent,
} from '../__testUtils__/events';
import { edges } from '../__testUtils__/edges';
import { sanitizeOpenLineageEvent } from './sanitizeOpenLineageEvent';

type Parts = Record<string, unknown>;

const clean = (value: unknown) => sanitizeOpenLineageEvent(value).value;

describe('facets that are too big', () => {
  const big = (bytes: number) => 'x'.repeat(bytes);
  const facetOf = (facets: Parts) => {
    const event = clean(runEvent({ outputs: [dataset('x', facets)] }));
    return (event as { outputs: { facets: Parts }[] }).outputs[0].facets;
  };

  it('to a note, with the bytes they had', () => {
    const custom = facet({ plan: big(300_000) });
    const { changes } = sanitizeOpenLineageEvent(runEvent({}, { custom }));
    expect(changes).toEqual(['run.facets.custom: cut, it is too big']);
    expect(facetOf({ custom }).custom).toEqual(
      facet({ _truncated: true, _bytes: JSON.stringify(custom).length }),
    );
  });

  it.each([
    ['letters', 'x', 1],
    ['umlauts', 'ü', 2],
    ['emoji', '😀', 4],
    ['control characters', '\u0001', 6],
  ])('exactly at 256 KiB of JSON in UTF-8, with %s', (_, letter, bytes) => {
    const rest = JSON.stringify({ t: '' }).length;
    const letters = (256 * 1024 - rest) / bytes;
    const fits = { t: letter.repeat(Math.floor(letters)) };
    const over = { t: `${fits.t}${letter}` };
    expect(facetOf({ fits, over })).toEqual({
      fits,
      over: { _truncated: true, _bytes: expect.any(Number) },
    });
  });

  it('cuts a schema to 5,000 fields instead', () => {
    const fields = Array.from({ length: 100_000 }, (_, i) => ({
      name: `c${i}`,
      type: 'int',
    }));
    expect(facetOf({ schema: facet({ fields }) }).schema).toEqual(
      facet({
        fields: fields.slice(0, 5_000),
        _truncated: true,
        _fields: 100_000,
      }),
    );
    const small = { schema: facet({ fields: fields.slice(0, 5_000) }) };
    expect(facetOf(small)).toEqual(small);
    const long = facet({
      fields: [{ name: 'c', description: big(2_000_000) }],
    });
    expect(facetOf({ schema: long }).schema).toEqual(
      facet({ _truncated: true, _bytes: JSON.stringify(long).length }),
    );
  });

  it('keeps the datasets that column lineage names', () => {
    const fields = Object.fromEntries(
      Array.from({ length: 100_000 }, (_, i) => [
        `c${i}`,
        { inputFields: [{ ...dataset(i % 2 ? 'a' : 'b'), field: 'x' }] },
      ]),
    );
    const columnLineage = facet({
      fields,
      dataset: [{ ...dataset('c'), field: 'y' }],
    });
    const event = runEvent({
      inputs: ['a', 'b', 'c', 'd'].map(name => dataset(name)),
      outputs: [
        dataset('x', { columnLineage }),
        dataset('y', {
          columnLineage: facet({
            fields: { c: { inputFields: [dataset('d')] } },
          }),
        }),
      ],
    });
    expect(edges(clean(event))).toEqual([
      'a -> [x]',
      'b -> [x]',
      'c -> [x]',
      'd -> [y]',
      '[x] -> x',
      '[y] -> y',
    ]);
  });

  describe('which connect fields', () => {
    const wide = (columns: number, more: Parts = {}) =>
      facet({
        fields: Object.fromEntries(
          Array.from({ length: columns }, (_, i) => [
            `c${i}`,
            {
              inputFields: [
                {
                  ...dataset(i < 20_000 ? 'a' : 'b'),
                  field: `f${i}`,
                  transformations: [
                    { type: 'DIRECT', description: `as in f${i}` },
                    { type: 'DIRECT', subtype: 'AGGREGATION', masking: true },
                    { type: 5 },
                  ],
                },
              ],
            },
          ]),
        ),
        dataset: [{ ...dataset('c'), field: 'y' }, dataset('d')],
        ...more,
      });
    const kept = (columnLineage: Parts) => {
      const facets = facetOf({ columnLineage });
      return facets.columnLineage as {
        fields: Parts;
        dataset: Parts[];
        _fieldsLeftOut?: number;
      };
    };

    it('keeps them in short', () => {
      const facets = wide(3_000);
      const { fields, ...rest } = kept(facets);
      expect(Object.keys(fields)).toHaveLength(3_000);
      expect(fields.c7).toEqual({
        inputFields: [
          {
            ...dataset('a'),
            field: 'f7',
            transformations: [{ type: 'DIRECT' }],
          },
        ],
      });
      expect(rest).toEqual(
        facet({
          dataset: [{ ...dataset('c'), field: 'y' }, dataset('d')],
          _truncated: true,
          _bytes: JSON.stringify(facets).length,
        }),
      );
    });

    it('keeps as many as there may be, the names of the others, and their number', () => {
      const { fields, ...rest } = kept(wide(30_000));
      const count = Object.keys(fields).length;
      expect(count).toBeGreaterThan(9_000);
      expect(count).toBeLessThan(20_000);
      expect(rest.dataset).toEqual([
        { ...dataset('c'), field: 'y' },
        dataset('d'),
        dataset('a'),
        dataset('b'),
      ]);
      expect(rest._fieldsLeftOut).toBe(30_000 - count);
    });

    it.each([3_000, 30_000])('comes out the same once more, of %d', columns => {
      const once = kept(wide(columns));
      expect(kept(once)).toEqual(once);
    });

    it('keeps no more of one list than reading takes', () => {
      const entry = {
        ...dataset('x'),
        type: 'DATASET',
        inputs: Array.from({ length: 12_000 }, (_, i) => ({
          ...dataset('a'),
          type: 'DATASET',
          field: `f${i}`,
        })),
      };
      const event = clean(
        runEvent({
          job: {
            ...job('etl'),
            facets: { lineage: facet({ entries: [entry] }) },
          },
        }),
      );
      expect(read(event, true).run?.facts.entries?.value).toEqual([
        { target: datasetKey('x'), inputs: [datasetKey('a')] },
      ]);
      expect(event).toMatchObject({
        job: { facets: { lineage: { _fieldsLeftOut: 7_000 } } },
      });
    });
  });

  it('keeps what explicit lineage connects', () => {
    const from = (name: string) => ({ ...dataset(name), type: 'DATASET' });
    const fields = Object.fromEntries(
      Array.from({ length: 10_000 }, (_, i) => [
        `c${i}`,
        { inputs: [{ ...from('a'), field: 'x' }, { type: 'JOB' }] },
      ]),
    );
    const entry = { ...from('x'), fields };
    const event = runEvent({
      job: {
        ...job('etl'),
        facets: { lineage: facet({ entries: [entry] }) },
      },
      outputs: [
        dataset('y', { lineage: facet({ fields, inputs: [from('b')] }) }),
      ],
    });
    const { run } = read(clean(event), true);
    expect(run?.facts.entries?.value).toEqual([
      { target: datasetKey('x'), inputs: [null, datasetKey('a')] },
    ]);
    expect(run?.facts.outputs[datasetKey('y')].lineage?.value).toEqual([
      datasetKey('a'),
      datasetKey('b'),
      ETL,
    ]);
  });

  it('keeps parent and root without their facets, cut one by one first', () => {
    const facets = Object.fromEntries(
      Array.from({ length: 5 }, (_, i) => [
        `f${i}`,
        facet({ x: big(100_000) }),
      ]),
    );
    const parent = facet({
      run: { runId: RUN_ID, facets },
      job: { ...job('dag'), facets: { sql: facet({ query: big(300_000) }) } },
      root: { run: { runId: RUN_ID }, job: job('root') },
    });
    const event = clean(runEvent({}, { parent })) as {
      run: { facets: Parts };
    };
    expect(event.run.facets.parent).toEqual(
      facet({
        run: { runId: RUN_ID },
        job: job('dag'),
        root: { run: { runId: RUN_ID }, job: job('root') },
        _truncated: true,
        _bytes: expect.any(Number),
      }),
    );
    const small = facet({
      run: { runId: RUN_ID },
      job: { ...job('dag'), facets: { sql: facet({ query: big(300_000) }) } },
    });
    expect(
      (clean(runEvent({}, { parent: small })) as { run: { facets: Parts } }).run
        .facets.parent,
    ).toMatchObject({
      job: { ...job('dag'), facets: { sql: { _truncated: true } } },
    });
  });

  it('keeps that a facet was deleted', () => {
    const facets = {
      lineage: facet({ _deleted: true, x: big(300_000) }),
      custom: facet({ _deleted: true, x: big(300_000) }),
    };
    const facts = read(clean(runEvent({ outputs: [dataset('x', facets)] })));
    expect(facts.facets.map(({ value }) => value)).toEqual([
      undefined,
      undefined,
    ]);
    expect(facts.run?.facts.outputs[datasetKey('x')].lineage?.value).toBeNull();
  });

  it('does not make no sources of a facet that names none', () => {
    const lineage = facet({ note: big(300_000) });
    expect(facetOf({ lineage }).lineage).toEqual(
      facet({ _truncated: true, _bytes: expect.any(Number) }),
    );
  });

  it('keeps the message of an error', () => {
    const errorMessage = facet({
      message: `no space left ${big(5_000)}`,
      stackTrace: big(300_000),
    });
    const { run } = read(clean(runEvent({}, { errorMessage })), true);
    expect(run?.facts.error?.value).toMatch(/^no space left x{1986}$/);
  });

  it('reads what is left, strict too, as if the facet were not there', () => {
    const facets = Object.fromEntries(
      ['version', 'symlinks', 'lifecycleStateChange'].map(name => [
        name,
        facet({ x: big(300_000) }),
      ]),
    );
    const runFacets = { nominalTime: facet({ x: big(300_000) }) };
    const event = runEvent({ outputs: [dataset('x', facets)] }, runFacets);
    const facts = read(clean(event), true);
    expect(facts.otherNames).toEqual([]);
    expect(facts.run?.facts.nominal).toBeUndefined();
    expect(facts.facets).toHaveLength(3);
  });
});
