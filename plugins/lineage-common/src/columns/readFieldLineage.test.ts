import { fieldsOfDataset, fieldsOfEntries } from './readFieldLineage';

const field = (name: string, column?: string, ...types: string[]) => ({
  namespace: 'db',
  name,
  ...(column !== undefined && { field: column }),
  ...(types.length > 0 && {
    transformations: types.map(type => ({ type, subtype: 'IDENTITY' })),
  }),
});
const from = (name: string, column: string) => ({
  namespace: 'db',
  name,
  field: column,
});

describe('fieldsOfDataset', () => {
  it('reads column lineage, and what the whole depends on', () => {
    expect(
      fieldsOfDataset({
        columnLineage: {
          fields: {
            total: {
              inputFields: [
                field('orders', 'price'),
                field('orders', 'tax', 'DIRECT', 'INDIRECT'),
                field('orders', 'country', 'INDIRECT'),
              ],
            },
          },
          dataset: [field('orders', 'deleted', 'INDIRECT')],
        },
      }),
    ).toEqual({
      edges: [
        { input: from('orders', 'price'), output: 'total', kind: 1 },
        { input: from('orders', 'tax'), output: 'total', kind: 3 },
        { input: from('orders', 'country'), output: 'total', kind: 2 },
        { input: from('orders', 'deleted'), output: '', kind: 2 },
      ],
    });
  });

  it('reads how something decides', () => {
    const by = (...subtypes: string[]) => ({
      ...field('orders', 'deleted'),
      transformations: subtypes.map(subtype => ({ type: 'INDIRECT', subtype })),
    });
    const { edges } = fieldsOfDataset({
      columnLineage: {
        fields: { total: { inputFields: [by('JOIN'), by('CONDITIONAL')] } },
        dataset: [by('FILTER', 'SORT', 'unheard of')],
      },
    });
    expect(edges.map(({ output, kind }) => [output, kind])).toEqual([
      ['total', 2 | 8 | 128],
      ['', 2 | 4 | 32],
    ]);
  });

  it('goes by the explicit facet where there is one', () => {
    const columnLineage = {
      fields: { a: { inputFields: [field('x', 'y')] } },
    };
    expect(
      fieldsOfDataset({
        columnLineage,
        lineage: {
          inputs: [
            { type: 'DATASET', ...field('orders') },
            { type: 'DATASET', ...field('orders', 'day') },
          ],
          fields: {
            a: {
              inputs: [
                { type: 'DATASET', ...field('orders', 'b') },
                { type: 'JOB', namespace: 'etl', name: 'load' },
              ],
            },
          },
        },
      }),
    ).toEqual({
      edges: [
        { input: from('orders', 'b'), output: 'a', kind: 1 },
        { input: from('orders', 'day'), output: '', kind: 2 },
      ],
    });
    expect(fieldsOfDataset({ columnLineage, lineage: { inputs: [] } })).toEqual(
      { edges: [] },
    );
    expect(fieldsOfDataset({ columnLineage, lineage: {} }).edges).toHaveLength(
      1,
    );
  });

  it.each([
    [{}],
    [{ columnLineage: null }],
    [{ columnLineage: { fields: [], dataset: 'x' } }],
    [{ columnLineage: { fields: { a: null, b: { inputFields: [1, {}] } } } }],
    [{ lineage: { fields: { a: { inputs: {} } } } }],
  ])('reads nothing in %j', facets => {
    expect(fieldsOfDataset(facets)).toEqual({ edges: [] });
  });

  it('takes what has no field for a name only', () => {
    expect(
      fieldsOfDataset({ columnLineage: { fields: {}, dataset: [field('a')] } }),
    ).toEqual({ edges: [] });
  });

  it('is bounded, and says of what something is missing', () => {
    const inputFields = Array.from({ length: 30_000 }, (_, index) =>
      field(index < 20_000 ? 'wide' : 'wider', `c${index}`),
    );
    const { edges, cut } = fieldsOfDataset({
      columnLineage: { fields: { a: { inputFields } } },
    });
    expect(edges).toHaveLength(20_000);
    expect(cut).toEqual([{ namespace: 'db', name: 'wider' }]);
  });

  it('says of what something is missing since before it was stored', () => {
    const cut = { _truncated: true, _fieldsLeftOut: 5 };
    const fields = { a: { inputFields: [field('x', 'y')] } };
    expect(
      fieldsOfDataset({
        columnLineage: {
          ...cut,
          fields,
          dataset: [field('z'), field('x', 'b')],
        },
      }),
    ).toMatchObject({
      edges: [{ output: 'a' }, { output: '' }],
      cut: [{ namespace: 'db', name: 'z' }],
    });
    expect(
      fieldsOfDataset({
        lineage: {
          ...cut,
          inputs: [field('z'), { type: 'JOB', ...field('load') }],
        },
      }),
    ).toEqual({ edges: [], cut: [{ namespace: 'db', name: 'z' }] });
    // What was only shortened is all there.
    expect(
      fieldsOfDataset({ columnLineage: { _truncated: true, fields } }),
    ).not.toHaveProperty('cut');
  });
});

describe('fieldsOfEntries', () => {
  it('reads the datasets of a job', () => {
    expect(
      fieldsOfEntries({
        entries: [
          { type: 'JOB', inputs: [field('orders', 'x')] },
          { type: 'DATASET', ...field('plain'), inputs: [field('orders')] },
          {
            ...field('out'),
            fields: { a: { inputs: [field('orders', 'b')] } },
          },
        ],
      }),
    ).toEqual([
      {
        namespace: 'db',
        name: 'out',
        edges: [{ input: from('orders', 'b'), output: 'a', kind: 1 }],
      },
    ]);
    expect(
      fieldsOfEntries({
        _truncated: true,
        _fieldsLeftOut: 1,
        entries: [{ ...field('out'), inputs: [field('orders')] }],
      }),
    ).toEqual([
      {
        namespace: 'db',
        name: 'out',
        edges: [],
        cut: [{ namespace: 'db', name: 'orders' }],
      },
    ]);
    expect(fieldsOfEntries(undefined)).toEqual([]);
    expect(fieldsOfEntries({ entries: [null, 1] })).toEqual([]);
  });
});
