import fc from 'fast-check';
import { AvroPair } from '../../conformance/avroReaderWriter';
import { Port } from '../../contract/Contract';
import { Field } from '../../fields/Field';
import { FieldType, ScalarFieldType } from '../../fields/FieldType';
import { compact } from '../__testUtils__/arbitraryTypes';
import { describeSamples, readSample } from '../__testUtils__/samples';
import { exportAvroSchema } from './exportAvroSchema';
import { importAvroSchema } from './importAvroSchema';

const port = (schema: FieldType, more: Partial<Port> = {}): Port => ({
  name: 'data',
  direction: 'out',
  ordering: 'named',
  schema,
  ...more,
});
const again = (from: Port) =>
  importAvroSchema(exportAvroSchema(from).schema, { direction: from.direction })
    .port;
const field = (name: string, type: FieldType, more: Partial<Field> = {}) => ({
  name,
  type,
  required: true,
  nullable: false,
  ...more,
});

const scalars: fc.Arbitrary<FieldType> = fc.constantFrom<ScalarFieldType>(
  ...(
    ['boolean', 'int32', 'int64', 'float32', 'float64', 'bytes'] as const
  ).map((type): ScalarFieldType => ({ kind: 'scalar', type })),
  ...(['string', 'date', 'uuid', 'decimal'] as const).map(
    (type): ScalarFieldType => ({ kind: 'scalar', type }),
  ),
  { kind: 'scalar', type: 'decimal', precision: 9, scale: 2 },
  { kind: 'scalar', type: 'time', timeUnit: 'ms' },
  { kind: 'scalar', type: 'time', timeUnit: 'us' },
  { kind: 'scalar', type: 'timestamptz', timeUnit: 'ns' },
  { kind: 'scalar', type: 'timestamp', timeUnit: 'ms' },
);

/** Types that Avro can hold, each named one with a name of its own. */
function typesOf(depth: number, path: string): fc.Arbitrary<FieldType> {
  const name = fc.constantFrom(`R${path}`, `shop.R${path}`, `a.b.R${path}`);
  const enums = name.map((full): FieldType => ({
    kind: 'enum',
    base: 'string',
    symbols: ['A', 'B'],
    fallback: 'A',
    name: `${full}E`,
  }));
  const fixed = name.map((full): FieldType => ({
    kind: 'scalar',
    type: 'bytes',
    fixedSize: 4,
    name: `${full}F`,
    aliases: ['x.Y'],
  }));
  if (depth === 0) {
    return fc.oneof(scalars, enums, fixed);
  }
  return fc.oneof(
    scalars,
    fc
      .record({
        items: typesOf(depth - 1, `${path}i`),
        nullableItems: fc.constantFrom(true as const, undefined),
      })
      .map(array => compact({ kind: 'array' as const, ...array })),
    fc.record({
      kind: fc.constant('map' as const),
      keys: fc.constant('string' as const),
      values: typesOf(depth - 1, `${path}v`),
    }),
    fc
      .tuple(typesOf(0, `${path}u`), scalars)
      .filter(([one, other]) => {
        const label = (type: FieldType) =>
          JSON.stringify(exportAvroSchema(port(type)).schema).replace(
            /,?"logicalType":"[^"]*"|,?"(precision|scale)":\d+|[{}]|"type":/g,
            '',
          );
        return label(one) !== label(other);
      })
      .map((of): FieldType => ({ kind: 'union', of })),
    fc
      .record({
        name,
        a: typesOf(depth - 1, `${path}a`),
        b: typesOf(depth - 1, `${path}b`),
        nullable: fc.boolean(),
        description: fc.constantFrom('A', undefined),
      })
      .map(({ name: full, a, b, nullable, description }): FieldType => ({
        kind: 'object',
        name: full,
        unknown: 'ignore',
        fields: [
          compact(field('a', a, { nullable, description, aliases: ['c'] })),
          field('b', b, { nullable: true, default: { value: null } }),
        ],
      })),
  );
}

describe('exportAvroSchema', () => {
  it('writes what Avro can hold so that it is read as the same', () => {
    fc.assert(
      fc.property(typesOf(3, ''), type => {
        const written = port(type);
        expect(exportAvroSchema(written).lossy).toEqual([]);
        expect(again(written)).toEqual(written);
      }),
      { numRuns: 500 },
    );
  });

  it('writes types that contain themselves, and names what has no name', () => {
    const node: FieldType = {
      kind: 'object',
      unknown: 'ignore',
      fields: [
        field('next', { kind: 'ref', name: 'Node' }, { nullable: true }),
        field('odd name', { kind: 'object', fields: [], unknown: 'ignore' }),
      ],
    };
    const { schema, lossy } = exportAvroSchema(
      port(
        { kind: 'ref', name: 'Node' },
        { definitions: [{ name: 'Node', type: node }] },
      ),
    );
    expect(schema).toEqual({
      type: 'record',
      name: 'Node',
      fields: [
        { name: 'next', type: ['null', 'Node'] },
        {
          name: 'odd_name',
          type: { type: 'record', name: 'Node_odd_name', fields: [] },
        },
      ],
    });
    expect(lossy.map(({ code }) => code)).toEqual([
      ...['NAMED', 'NAME_NOT_HELD', 'NAMED'],
    ]);
    expect(() => importAvroSchema(schema)).not.toThrow();
  });

  it('puts the branch of a default first', () => {
    const text: FieldType = { kind: 'scalar', type: 'string' };
    const { schema } = exportAvroSchema(
      port({
        kind: 'object',
        name: 'R',
        unknown: 'ignore',
        fields: [field('a', text, { nullable: true, default: { value: 'x' } })],
      }),
    );
    expect(schema).toMatchObject({
      fields: [{ type: ['string', 'null'], default: 'x' }],
    });
  });

  it('says what Avro has no place for', () => {
    const codes = (type: FieldType, more: Partial<Field> = {}) =>
      exportAvroSchema(
        port({
          kind: 'object',
          name: 'R',
          unknown: 'ignore',
          fields: [field('a', type, more)],
        }),
      ).lossy.map(({ pointer, code }) => `${pointer} ${code}`);
    const at = '/schema/fields/0';
    expect(codes({ kind: 'scalar', type: 'uint8' })).toEqual([
      `${at}/type WRITTEN_AS_NEAREST`,
    ]);
    expect(
      codes({ kind: 'scalar', type: 'int32' }, { unit: 'g', required: false }),
    ).toEqual([`${at} NOT_HELD`, `${at} PRESENCE_NOT_HELD`]);
    expect(codes({ kind: 'enum', base: 'int32', symbols: [1, 2] })).toEqual([
      `${at}/type WRITTEN_AS_NEAREST`,
    ]);
    expect(
      codes({
        kind: 'union',
        of: [
          { kind: 'scalar', type: 'int32' },
          { kind: 'scalar', type: 'date' },
        ],
      }),
    ).toEqual([`${at}/type/of/1 BRANCH_NOT_HELD`]);
  });
});

const SUITE = 'contracts/avro-reader-writer.json';

describeSamples(SUITE, 'schemas of Avro', () => {
  it('are the same when they are written and read again', () => {
    const schemas = readSample<AvroPair[]>(SUITE, []).flatMap(
      ({ reader, writer }) => [reader, writer],
    );
    expect(schemas).toHaveLength(250);
    for (const schema of schemas) {
      const { port: read } = importAvroSchema(schema);
      expect(exportAvroSchema(read).lossy).toEqual([]);
      expect(again(read)).toEqual(read);
    }
  });
});
