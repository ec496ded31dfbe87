import {
  describeSamples,
  listSamples,
  readSample,
} from '../__testUtils__/samples';
import { Field } from '../../fields/Field';
import { importOpenLineageSchema } from './importOpenLineageSchema';

const scalar = (type: string, more: object = {}) => ({
  kind: 'scalar',
  type,
  ...more,
});
const column = (name: string, type: object) => ({
  name,
  type,
  required: true,
  nullable: true,
});

function read(type?: string, more: object = {}): Field {
  const { port } = importOpenLineageSchema({
    fields: [{ name: 'c', type, ...more }],
  });
  if (port.schema.kind !== 'object') {
    throw new Error('A facet is read as an object');
  }
  return port.schema.fields[0];
}
const notes = (facet: unknown) =>
  importOpenLineageSchema(facet).lossy.map(
    ({ pointer, code }) => `${code} ${pointer}`,
  );

describe('importOpenLineageSchema', () => {
  it('reads columns, which may be null', () => {
    expect(
      importOpenLineageSchema(
        {
          _producer: 'x',
          fields: [
            { name: 'id', type: 'BIGINT', description: 'The key' },
            { name: '__proto__', type: 'text', description: '' },
          ],
        },
        { name: 'orders' },
      ),
    ).toEqual({
      port: {
        name: 'orders',
        direction: 'out',
        ordering: 'named',
        schema: {
          kind: 'object',
          unknown: 'ignore',
          fields: [
            { ...column('id', scalar('int64')), description: 'The key' },
            column('__proto__', scalar('string')),
          ],
        },
      },
      lossy: [],
    });
  });

  it.each([
    ['INTEGER', scalar('int32')],
    ['int(11) unsigned', scalar('uint32')],
    ['double precision', scalar('float64')],
    ['float(24)', scalar('float32')],
    ['decimal(10,2)', scalar('decimal', { precision: 10, scale: 2 })],
    ['NUMERIC', scalar('decimal')],
    ['numeric(5)', scalar('decimal', { precision: 5, scale: 0 })],
    ['timestamp with time zone', scalar('timestamptz')],
    ['timestamp(3) with time zone', scalar('timestamptz', { timeUnit: 'ms' })],
    ['TIMESTAMP_NTZ(9)', scalar('timestamp', { timeUnit: 'ns' })],
    ['timestamp(0) without time zone', scalar('timestamp', { timeUnit: 's' })],
    ['varchar(max)', scalar('string')],
    ['jsonb', scalar('json')],
    [
      'array<string>',
      { kind: 'array', items: scalar('string'), nullableItems: true },
    ],
    ['ARRAY(bigint not null)', { kind: 'array', items: scalar('int64') }],
    [
      'int[][]',
      {
        kind: 'array',
        items: { kind: 'array', items: scalar('int32'), nullableItems: true },
        nullableItems: true,
      },
    ],
    [
      'map<string, decimal(3,1)>',
      {
        kind: 'map',
        keys: 'string',
        values: scalar('decimal', { precision: 3, scale: 1 }),
        nullableValues: true,
      },
    ],
    [
      'struct<a:int,`b c`:array<struct<d:date>>>',
      {
        kind: 'object',
        unknown: 'ignore',
        fields: [
          column('a', scalar('int32')),
          column('b c', {
            kind: 'array',
            nullableItems: true,
            items: {
              kind: 'object',
              unknown: 'ignore',
              fields: [column('d', scalar('date'))],
            },
          }),
        ],
      },
    ],
    [
      'row("X" integer, y timestamp with time zone)',
      {
        kind: 'object',
        unknown: 'ignore',
        fields: [
          column('X', scalar('int32')),
          column('y', scalar('timestamptz')),
        ],
      },
    ],
    [
      'uniontype<int,string>',
      { kind: 'union', of: [scalar('int32'), scalar('string')] },
    ],
  ])('reads %s', (type, expected) => {
    expect(read(type)).toEqual(column('c', expected));
    expect(notes({ fields: [{ name: 'c', type }] })).toEqual([]);
  });

  it('reads the length of text, and whether null is allowed', () => {
    expect(read('varchar(20)')).toMatchObject({
      type: scalar('string'),
      constraints: { maxLength: 20 },
    });
    expect(read('character varying(20) NOT NULL')).toMatchObject({
      nullable: false,
      constraints: { maxLength: 20 },
    });
    expect(read('Nullable(Int64)')).toMatchObject({
      nullable: true,
      type: scalar('int64'),
    });
  });

  it('keeps what it does not know apart, in any spelling', () => {
    const hash = (type: string) => {
      const field = read(type).type;
      return field.kind === 'opaque' ? field.hash : JSON.stringify(field);
    };
    for (const type of [
      ...['geometry(point, 4326)', 'object', 'int)', 'array<', 'struct<a>'],
      ...[
        'decimal(1,2,3)',
        'map<array<int>,int>',
        "enum('a','b')",
        'date(',
        '<>',
      ],
    ]) {
      expect(hash(type)).toMatch(/^[0-9a-f]{64}$/);
      expect(notes({ fields: [{ name: 'c', type }] })).toEqual([
        'NOT_INTERPRETED /fields/0/type',
      ]);
    }
    expect(hash('Geometry')).toBe(hash(' geometry '));
    expect(hash('geometry')).not.toBe(hash('geography'));
    expect(read('array<geometry>').type).toMatchObject({
      kind: 'array',
      items: { kind: 'opaque', hash: hash('geometry') },
    });
  });

  it('notes names that do not mean the same everywhere', () => {
    expect(
      notes({
        fields: ['float', 'timestamp', 'timestamp(6)'].map(type => ({
          name: type,
          type,
        })),
      }),
    ).toEqual([
      'AMBIGUOUS_TYPE /fields/0/type',
      'AMBIGUOUS_TYPE /fields/1/type',
    ]);
  });

  it('reads types that are spelled as fields', () => {
    const fields = [{ name: 'a', type: 'int' }];
    const object = {
      kind: 'object',
      unknown: 'ignore',
      fields: [column('a', scalar('int32'))],
    };
    expect(read('struct', { fields }).type).toEqual(object);
    expect(read(undefined, { fields }).type).toEqual(object);
    expect(read('struct<a:int>', { fields }).type).toEqual(object);
    expect(read('array', { fields }).type).toMatchObject({ items: object });
    expect(
      read('array', { fields: [{ name: '_element', type: 'int' }] }).type,
    ).toMatchObject({ items: scalar('int32') });
    expect(
      read('map', {
        fields: [
          { name: 'key', type: 'string' },
          {
            name: 'value',
            type: 'union',
            fields: [
              { name: '_0', type: 'int' },
              { name: '_1', type: 'date' },
            ],
          },
        ],
      }).type,
    ).toEqual({
      kind: 'map',
      keys: 'string',
      nullableValues: true,
      values: { kind: 'union', of: [scalar('int32'), scalar('date')] },
    });
    expect(notes({ fields: [{ name: 'c', type: 'map', fields }] })).toEqual([
      'READ_AS_OBJECT /fields/0',
    ]);
    expect(notes({ fields: [{ name: 'c' }, { name: 'c' }] })).toEqual([
      'TYPE_MISSING /fields/0',
      'DUPLICATE_NAME /fields/1',
    ]);
  });

  it.each([
    [null, ''],
    [{}, '/fields'],
    [{ fields: [null] }, '/fields/0'],
    [{ fields: [{ type: 'int' }] }, '/fields/0/name'],
    [{ fields: [{ name: '' }] }, '/fields/0'],
    [{ fields: [{ name: 'a', type: 3 }] }, '/fields/0/type'],
    [
      {
        fields: [
          { name: 'a', type: `${'array<'.repeat(100)}int${'>'.repeat(100)}` },
        ],
      },
      '/fields/0/type',
    ],
    [{ fields: [{ name: 'a', type: 'x'.repeat(100_001) }] }, '/fields/0/type'],
  ])('refuses %j', (facet, pointer) => {
    expect(() => importOpenLineageSchema(facet)).toThrow(
      expect.objectContaining({ name: 'ContractFormatError', pointer }),
    );
  });
});

describeSamples('openlineage', 'schema facets of OpenLineage', () => {
  const facets = ['openlineage/airflow', 'openlineage/facets']
    .flatMap(listSamples)
    .flatMap(path => schemaFacets(readSample<unknown>(path, null)));

  it('are read, and only dtypes of pandas are not known', () => {
    expect(facets.length).toBeGreaterThan(5);
    const unknown = facets.flatMap(
      facet => importOpenLineageSchema(facet).lossy,
    );
    expect(new Set(unknown.map(({ message }) => message))).toEqual(
      new Set([
        'The type "object" is not known: it is only compared with itself.',
      ]),
    );
  });
});

function schemaFacets(value: unknown): unknown[] {
  if (typeof value !== 'object' || value === null) {
    return [];
  }
  return Object.entries(value).flatMap(([key, item]) =>
    key === 'schema' && Array.isArray(item?.fields)
      ? [item]
      : schemaFacets(item),
  );
}
