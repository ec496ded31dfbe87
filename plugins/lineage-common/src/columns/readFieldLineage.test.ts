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
    ).toEqual([
      { input: from('orders', 'price'), output: 'total', kind: 1 },
      { input: from('orders', 'tax'), output: 'total', kind: 3 },
      { input: from('orders', 'country'), output: 'total', kind: 2 },
      { input: from('orders', 'deleted'), output: '', kind: 2 },
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
    ).toEqual([
      { input: from('orders', 'b'), output: 'a', kind: 1 },
      { input: from('orders', 'day'), output: '', kind: 2 },
    ]);
    expect(fieldsOfDataset({ columnLineage, lineage: { inputs: [] } })).toEqual(
      [],
    );
    expect(fieldsOfDataset({ columnLineage, lineage: {} })).toHaveLength(1);
  });

  it.each([
    [{}],
    [{ columnLineage: null }],
    [{ columnLineage: { fields: [], dataset: 'x' } }],
    [{ columnLineage: { fields: { a: null, b: { inputFields: [1, {}] } } } }],
    [{ lineage: { fields: { a: { inputs: {} } } } }],
  ])('reads nothing in %j', facets => {
    expect(fieldsOfDataset(facets)).toEqual([]);
  });

  it('is bounded', () => {
    const inputFields = Array.from({ length: 30_000 }, (_, index) =>
      field('wide', `c${index}`),
    );
    expect(
      fieldsOfDataset({ columnLineage: { fields: { a: { inputFields } } } }),
    ).toHaveLength(20_000);
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
    expect(fieldsOfEntries(undefined)).toEqual([]);
    expect(fieldsOfEntries({ entries: [null, 1] })).toEqual([]);
  });
});
