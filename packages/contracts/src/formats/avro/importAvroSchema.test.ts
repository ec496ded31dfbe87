import { Port } from '../../contract/Contract';
import { importAvroSchema } from './importAvroSchema';

const int32 = { kind: 'scalar', type: 'int32' };
const text = { kind: 'scalar', type: 'string' };

const read = (schema: unknown): Port => importAvroSchema(schema).port;
const notes = (schema: unknown) =>
  importAvroSchema(schema).lossy.map(({ pointer, code }) => [pointer, code]);

describe('importAvroSchema', () => {
  it('reads a record with its fields, aliases, defaults and documentation', () => {
    expect(
      importAvroSchema(
        {
          type: 'record',
          name: 'Payment',
          namespace: 'shop',
          aliases: ['Charge', 'old.Charge'],
          fields: [
            { name: 'amount', type: 'int', default: 0, doc: 'In cents.' },
            { name: 'note', type: ['null', 'string'], default: null },
            { name: 'id', type: ['string', 'int'], aliases: ['key'] },
          ],
        },
        { name: 'payments', direction: 'in' },
      ),
    ).toEqual({
      port: {
        name: 'payments',
        direction: 'in',
        ordering: 'named',
        schema: {
          kind: 'object',
          name: 'shop.Payment',
          aliases: ['shop.Charge', 'old.Charge'],
          unknown: 'ignore',
          fields: [
            {
              name: 'amount',
              type: int32,
              required: true,
              nullable: false,
              default: { value: 0 },
              description: 'In cents.',
            },
            {
              name: 'note',
              type: text,
              required: true,
              nullable: true,
              default: { value: null },
            },
            {
              name: 'id',
              aliases: ['key'],
              type: { kind: 'union', of: [text, int32] },
              required: true,
              nullable: false,
            },
          ],
        },
      },
      lossy: [],
    });
  });

  it.each([
    ['int', int32],
    [{ type: 'long' }, { kind: 'scalar', type: 'int64' }],
    [{ type: { type: 'float' } }, { kind: 'scalar', type: 'float32' }],
    ['null', { kind: 'null' }],
    [[], { kind: 'never' }],
    [['int'], int32],
    [['string', 'null'], { kind: 'union', of: [{ kind: 'null' }, text] }],
    [
      { type: 'array', items: ['null', 'int'] },
      { kind: 'array', items: int32, nullableItems: true },
    ],
    [
      { type: 'map', values: 'string' },
      { kind: 'map', keys: 'string', values: text },
    ],
    [
      { type: 'fixed', name: 'n.Hash', size: 16 },
      { kind: 'scalar', type: 'bytes', fixedSize: 16, name: 'n.Hash' },
    ],
    [
      { type: 'enum', name: 'E', symbols: ['A', 'B'], default: 'A' },
      {
        kind: 'enum',
        base: 'string',
        symbols: ['A', 'B'],
        fallback: 'A',
        name: 'E',
      },
    ],
  ])('reads %j', (schema, type) => {
    expect(read(schema).schema).toEqual(type);
  });

  it.each([
    ['int', 'date', { type: 'date' }],
    ['long', 'time-micros', { type: 'time', timeUnit: 'us' }],
    ['long', 'timestamp-millis', { type: 'timestamptz', timeUnit: 'ms' }],
    ['long', 'local-timestamp-nanos', { type: 'timestamp', timeUnit: 'ns' }],
    ['string', 'uuid', { type: 'uuid' }],
  ])('reads %s as %s', (type, logicalType, scalar) => {
    expect(read({ type, logicalType }).schema).toEqual({
      kind: 'scalar',
      ...scalar,
    });
  });

  it('reads decimals in bytes and in fixed, and passes over impossible ones', () => {
    const decimal = { logicalType: 'decimal', precision: 9, scale: 2 };
    expect(read({ type: 'bytes', ...decimal }).schema).toEqual({
      kind: 'scalar',
      type: 'decimal',
      precision: 9,
      scale: 2,
    });
    const fixed = { type: 'fixed', name: 'D', size: 4, ...decimal };
    expect(read(fixed).schema).toMatchObject({ type: 'decimal', fixedSize: 4 });
    expect(notes(fixed)).toEqual([]);
    expect(read({ ...fixed, precision: 10 }).schema).toMatchObject({
      type: 'bytes',
    });
    for (const wrong of [
      { ...fixed, precision: 10 },
      { type: 'bytes', ...decimal, scale: 10 },
      { type: 'int', logicalType: 'uuid' },
      { type: 'fixed', name: 'U', size: 8, logicalType: 'uuid' },
    ]) {
      expect(notes(wrong)).toEqual([['/logicalType', 'LOGICAL_TYPE_IGNORED']]);
    }
  });

  it('lets a record contain itself', () => {
    const { schema, definitions } = read({
      type: 'record',
      name: 'Node',
      namespace: 'tree',
      fields: [{ name: 'next', type: ['null', 'Node'] }],
    });
    expect(schema).toEqual({ kind: 'ref', name: 'tree.Node' });
    expect(definitions).toMatchObject([
      {
        name: 'tree.Node',
        type: {
          fields: [
            { type: { kind: 'ref', name: 'tree.Node' }, nullable: true },
          ],
        },
      },
    ]);
  });

  it('finds names in the namespace of the type around them', () => {
    const { schema, definitions } = read({
      type: 'record',
      name: 'a.Outer',
      fields: [
        { name: 'x', type: { type: 'fixed', name: 'Id', size: 2 } },
        {
          name: 'y',
          type: {
            type: 'record',
            name: 'Inner',
            namespace: 'b',
            fields: [{ name: 'z', type: 'a.Id' }],
          },
        },
      ],
    });
    expect(definitions?.map(({ name }) => name)).toEqual(['a.Id']);
    expect(schema).toMatchObject({
      fields: [
        { type: { kind: 'ref', name: 'a.Id' } },
        {
          type: {
            name: 'b.Inner',
            fields: [{ type: { kind: 'ref', name: 'a.Id' } }],
          },
        },
      ],
    });
  });

  it('notes a default of a branch that is not the first', () => {
    const record = (field: object) => ({
      type: 'record',
      name: 'R',
      fields: [{ name: 'f', ...field }],
    });
    expect(notes(record({ type: ['null', 'string'], default: 'x' }))).toEqual([
      ['/fields/0/default', 'DEFAULT_OF_OTHER_BRANCH'],
    ]);
    expect(notes(record({ type: ['string', 'null'], default: 'x' }))).toEqual(
      [],
    );
  });

  it('takes names of prototypes for plain names', () => {
    const { schema } = read(
      JSON.parse(
        '{"type":"record","name":"constructor","fields":[{"name":"__proto__","type":"int"}]}',
      ),
    );
    expect(schema).toMatchObject({
      name: 'constructor',
      fields: [{ name: '__proto__', type: int32 }],
    });
    expect(() => read('toString')).toThrow('There is no type "toString"');
  });

  const field = (f: unknown) => ({ type: 'record', name: 'R', fields: [f] });
  it.each([
    [7, '', /a schema is a name, an object or an array/i],
    [{}, '/type', /missing/],
    ['strng', '', /no type "strng"/],
    [['int', ['null']], '/1', /union/],
    [['int', { type: 'int' }], '/1', /two branches of type "int"/],
    [{ type: 'record', name: 'R' }, '/fields', /array/],
    [{ type: 'record', fields: [] }, '/name', /text/],
    [{ type: 'record', name: '1R', fields: [] }, '/name', /"1R"/],
    [field('x'), '/fields/0', /object/],
    [field({ name: 'a' }), '/fields/0/type', /missing/],
    [
      field({ name: 'a', type: 'R', aliases: 'x' }),
      '/fields/0/aliases',
      /array/,
    ],
    [
      { ...field({}), fields: [1, 2].map(() => ({ name: 'a', type: 'int' })) },
      '/fields/1',
      /two fields with the name "a"/,
    ],
    [{ type: 'enum', name: 'E', symbols: ['A', 'A'] }, '/symbols', /twice/],
    [
      { type: 'enum', name: 'E', symbols: ['A'], default: 'B' },
      '/default',
      /"B"/,
    ],
    [{ type: 'fixed', name: 'F', size: -1 }, '/size', /whole number/],
    [
      field({ name: 'a', type: { type: 'fixed', name: 'R', size: 1 } }),
      '/fields/0/type',
      /"R" is given to two types/,
    ],
  ])('refuses %j', (schema, pointer, message) => {
    expect(() => read(schema)).toThrow(
      expect.objectContaining({
        name: 'ContractFormatError',
        pointer,
        message: expect.stringMatching(message),
      }),
    );
  });

  it('ends for what is too deep or too wide', () => {
    const deep = Array.from({ length: 100_000 }).reduce<unknown>(
      items => ({ type: 'array', items }),
      'int',
    );
    expect(() => read(deep)).toThrow(/deeper than 64 levels/);
    const wide = (count: number) => ({
      type: 'record',
      name: 'W',
      fields: Array.from({ length: count }, (_, i) => ({
        name: `f${i}`,
        type: 'int',
      })),
    });
    expect(read(wide(5_000)).schema).toMatchObject({ kind: 'object' });
    expect(() => read(wide(5_001))).toThrow(/more than 5000 fields/);
  });
});
