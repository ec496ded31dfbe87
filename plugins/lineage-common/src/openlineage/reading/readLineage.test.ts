import {
  columnsFrom,
  dataset,
  datasetEvent,
  datasetKey,
  ETL,
  facet,
  job,
  jobEvent,
  jobKey,
  read,
  runEvent,
} from '../__testUtils__/events';

const from = (name: string) => ({ ...dataset(name), type: 'DATASET' });
const fromJob = (name: string) => ({ ...job(name), type: 'JOB' });

describe('columnLineage of an output', () => {
  const columnsOf = (facets: Record<string, unknown>, strict = false) =>
    read(runEvent({ outputs: [dataset('out', facets)] }), strict).run?.facts
      .outputs[datasetKey('out')].columns?.value;

  it('names the datasets of its columns and of the whole', () => {
    const columnLineage = facet({
      fields: {
        x: { inputFields: [{ ...dataset('b'), field: 'x' }] },
        y: {
          inputFields: [
            { ...dataset('b'), field: 'y' },
            { ...dataset('c'), field: 'y' },
          ],
        },
      },
      dataset: [{ ...dataset('a'), field: 'z' }],
    });
    expect(columnsOf({ columnLineage }, true)).toEqual(
      ['a', 'b', 'c'].map(datasetKey),
    );
  });

  it('is null when it was deleted', () => {
    expect(columnsOf({ columnLineage: facet({ _deleted: true }) })).toBeNull();
  });

  it('is both when the output is listed twice', () => {
    const outputs = [
      dataset('out', columnsFrom('a')),
      dataset('out', columnsFrom('b')),
    ];
    expect(
      read(runEvent({ outputs })).run?.facts.outputs[datasetKey('out')].columns
        ?.value,
    ).toEqual([datasetKey('a'), datasetKey('b')]);
  });

  it.each([
    ['fields: 5 is not an object', { fields: 5 }],
    ['fields.x: 5 is not an object', { fields: { x: 5 } }],
    [
      'fields.x.inputFields: an object is not a list',
      { fields: { x: { inputFields: {} } } },
    ],
    [
      'fields.x.inputFields[0]: 1 is not an object',
      { fields: { x: { inputFields: [1] } } },
    ],
    [
      'fields.x.inputFields[0].namespace is missing',
      { fields: { x: { inputFields: [{}] } } },
    ],
    ["dataset[0].name: '' is empty", { dataset: [dataset('')] }],
    ['dataset: 1 is not a list', { dataset: 1 }],
  ])('refuses %s', (message, columnLineage) => {
    expect(() => columnsOf({ columnLineage })).toThrow(
      `outputs[0].facets.columnLineage.${message}`,
    );
  });

  it('needs fields when reading is strict', () => {
    expect(columnsOf({ columnLineage: {} })).toEqual([]);
    expect(() => columnsOf({ columnLineage: facet({}) }, true)).toThrow(
      'outputs[0].facets.columnLineage.fields is missing',
    );
  });
});

describe('lineage of a dataset', () => {
  const lineageOf = (content: Record<string, unknown>) =>
    read(
      runEvent({ outputs: [dataset('out', { lineage: facet(content) })] }),
      true,
    ).run?.facts.outputs[datasetKey('out')].lineage?.value;

  it('names the sources of the whole and of its fields', () => {
    expect(
      lineageOf({
        inputs: [from('b'), fromJob('other'), { type: 'JOB' }],
        fields: { x: { inputs: [{ ...from('a'), field: 'y' }, from('b')] } },
      }),
    ).toEqual([datasetKey('a'), datasetKey('b'), ETL, jobKey('other')]);
  });

  it('tells no sources, nothing said and deleted apart', () => {
    expect(lineageOf({ inputs: [] })).toEqual([]);
    expect(lineageOf({})).toBeUndefined();
    expect(lineageOf({ _deleted: true })).toBeNull();
  });

  it('comes with a dataset event too', () => {
    const event = (content: Record<string, unknown>) =>
      read(datasetEvent({ lineage: facet(content) }), true).datasetLineage;
    const orders = datasetKey('orders');
    expect(event({ inputs: [from('a'), fromJob('load')] })).toEqual({
      dataset: orders,
      sources: [datasetKey('a'), jobKey('load')],
    });
    expect(event({ _deleted: true })).toEqual({
      dataset: orders,
      sources: null,
    });
    expect(read(datasetEvent({})).datasetLineage).toBeUndefined();
    expect(() => event({ inputs: [{ type: 'JOB' }] })).toThrow(
      'dataset.facets.lineage.inputs[0].name is missing',
    );
  });
});

describe('lineage of an input', () => {
  const read1 = (parts: Record<string, unknown>) => read(runEvent(parts), true);
  const lineage = (content: Record<string, unknown>) => ({
    lineage: facet(content),
  });
  const view = datasetKey('view');

  it.each([
    ['run', runEvent],
    ['job', jobEvent],
  ])('is what the dataset states, in a %s event', (_, event) => {
    const inputs = [
      dataset('view', lineage({ inputs: [from('a'), { type: 'JOB' }] })),
      dataset('plain'),
    ];
    expect(read(event({ inputs }), true).inputLineage).toEqual([
      { dataset: view, sources: [datasetKey('a'), ETL] },
    ]);
  });

  it('tells no sources, nothing said and deleted apart', () => {
    const of = (content: Record<string, unknown>) =>
      read1({ inputs: [dataset('view', lineage(content))] }).inputLineage;
    expect(of({ inputs: [] })).toEqual([{ dataset: view, sources: [] }]);
    expect(of({})).toBeUndefined();
    expect(of({ _deleted: true })).toEqual([{ dataset: view, sources: null }]);
  });

  it('of two mentions is what both say', () => {
    const inputs = [
      dataset('view', lineage({ _deleted: true })),
      dataset('view', lineage({ inputs: [from('b')] })),
      dataset('view', lineage({ inputs: [from('a')] })),
      dataset('view'),
    ];
    expect(read1({ inputs }).inputLineage).toEqual([
      { dataset: view, sources: [datasetKey('a'), datasetKey('b')] },
    ]);
  });

  it('counts for the output where the run writes the same dataset', () => {
    const inputs = [dataset('view', lineage({ inputs: [from('a')] }))];
    const written = read1({ inputs, outputs: [dataset('view')] });
    expect(written.inputLineage).toBeUndefined();
    expect(written.run?.facts.outputs[view].lineage?.value).toEqual([
      datasetKey('a'),
    ]);
    const stated = [dataset('view', lineage({ inputs: [from('b')] }))];
    expect(
      read1({ inputs, outputs: stated }).run?.facts.outputs[view].lineage
        ?.value,
    ).toEqual([datasetKey('b')]);
  });

  it('is refused where it cannot be read', () => {
    expect(() =>
      read1({ inputs: [dataset('view', lineage({ inputs: {} }))] }),
    ).toThrow('inputs[0].facets.lineage.inputs: an object is not a list');
  });
});

describe('lineage of a job', () => {
  const entriesOf = (content: Record<string, unknown>, strict = true) =>
    read(
      runEvent({ job: { ...job('etl'), facets: { lineage: facet(content) } } }),
      strict,
    ).run?.facts.entries?.value;

  it('lists targets and their sources', () => {
    expect(
      entriesOf({
        entries: [
          {
            ...from('out'),
            inputs: [from('b')],
            fields: { x: { inputs: [from('a'), { type: 'JOB' }] } },
          },
          { type: 'JOB', inputs: [from('a')] },
          { ...fromJob('other'), inputs: [{ type: 'JOB' }, fromJob('third')] },
          { ...from('alone'), inputs: [] },
        ],
      }),
    ).toEqual([
      {
        target: datasetKey('out'),
        inputs: [datasetKey('b'), datasetKey('a'), null],
      },
      { inputs: [datasetKey('a')] },
      { target: jobKey('other'), inputs: [null, jobKey('third')] },
      { target: datasetKey('alone'), inputs: [] },
    ]);
  });

  it('is null when it was deleted', () => {
    expect(entriesOf({ _deleted: true })).toBeNull();
  });

  it('takes a source without type for a dataset when reading is lenient', () => {
    const entries = [{ ...dataset('out'), inputs: [dataset('a')] }];
    expect(entriesOf({ entries }, false)).toEqual([
      { target: datasetKey('out'), inputs: [datasetKey('a')] },
    ]);
    expect(() => entriesOf({ entries })).toThrow(
      'job.facets.lineage.entries[0].type is missing',
    );
  });

  it.each<[string, Record<string, unknown>]>([
    ['entries is missing', {}],
    ['entries: 5 is not a list', { entries: 5 }],
    ['entries[0]: null is not an object', { entries: [null] }],
    [
      "entries[0].type: 'TABLE' is neither DATASET nor JOB",
      { entries: [{ ...dataset('x'), type: 'TABLE' }] },
    ],
    ['entries[0].namespace is missing', { entries: [{ type: 'DATASET' }] }],
    [
      'entries[0].name is missing',
      { entries: [{ type: 'JOB', namespace: 'a' }] },
    ],
    [
      'entries[0].inputs[1].name is missing',
      {
        entries: [
          {
            ...from('x'),
            inputs: [from('a'), { type: 'DATASET', namespace: 'b' }],
          },
        ],
      },
    ],
    [
      'entries[0].inputs: an object is not a list',
      { entries: [{ ...from('x'), inputs: {} }] },
    ],
    [
      'entries[0].fields.f: 5 is not an object',
      { entries: [{ ...from('x'), fields: { f: 5 } }] },
    ],
  ])('refuses %s', (message, content) => {
    for (const strict of [false, true]) {
      expect(() => entriesOf(content, strict)).toThrow(
        `job.facets.lineage.${message}`,
      );
    }
  });

  it('is bounded', () => {
    const entries = Array.from({ length: 10_001 }, () => ({ type: 'JOB' }));
    expect(() => entriesOf({ entries })).toThrow(
      'job.facets.lineage.entries: a list of 10001 is more than the 10000 allowed',
    );
  });
});
