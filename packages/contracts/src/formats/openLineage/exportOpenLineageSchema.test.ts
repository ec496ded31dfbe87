import fc from 'fast-check';
import { Port } from '../../contract/Contract';
import { Field } from '../../fields/Field';
import { FieldType, ScalarFieldType } from '../../fields/FieldType';
import { scalarTypes } from '../../fields/scalars';
import { compact, fieldsOf, names } from '../__testUtils__/arbitraryTypes';
import { exportOpenLineageSchema } from './exportOpenLineageSchema';
import { importOpenLineageSchema } from './importOpenLineageSchema';

const port = (fields: Field[]): Port => ({
  name: 'data',
  direction: 'out',
  ordering: 'named',
  schema: { kind: 'object', fields, unknown: 'ignore' },
});

const scalars: fc.Arbitrary<FieldType> = fc.constantFrom<ScalarFieldType>(
  ...scalarTypes
    .filter(type => type !== 'bfloat16')
    .map((type): ScalarFieldType => ({ kind: 'scalar', type })),
  { kind: 'scalar', type: 'decimal', precision: 9, scale: 2 },
  { kind: 'scalar', type: 'timestamp', timeUnit: 'ms' },
  { kind: 'scalar', type: 'timestamptz', timeUnit: 'us' },
  { kind: 'scalar', type: 'time', timeUnit: 's' },
);

/** Types that the facet can hold. */
function typesOf(depth: number): fc.Arbitrary<FieldType> {
  if (depth === 0) {
    return scalars;
  }
  const inner = typesOf(depth - 1);
  return fc.oneof(
    scalars,
    inner.map((items): FieldType => ({
      kind: 'array',
      items,
      nullableItems: true,
    })),
    inner.map((values): FieldType => ({
      kind: 'map',
      keys: 'string',
      values,
      nullableValues: true,
    })),
    fieldsOf(fieldOf(inner), 1).map((fields): FieldType => ({
      kind: 'object',
      fields,
      unknown: 'ignore',
    })),
  );
}

const isNested = (type: FieldType): boolean =>
  type.kind === 'object' ||
  (type.kind === 'array' && isNested(type.items)) ||
  (type.kind === 'map' && isNested(type.values));

function fieldOf(types: fc.Arbitrary<FieldType>): fc.Arbitrary<Field> {
  return fc
    .record({
      name: names,
      type: types,
      nullable: fc.boolean(),
      description: fc.constantFrom('A', undefined),
      size: fc.constantFrom(18, undefined),
    })
    .map(({ size, ...field }) => {
      const sized =
        field.type.kind === 'scalar' && field.type.type === 'string';
      return compact({
        ...field,
        required: true,
        nullable: field.nullable || isNested(field.type),
        constraints: sized && size ? { maxLength: size } : undefined,
      });
    });
}

describe('exportOpenLineageSchema', () => {
  it('writes what the facet can hold so that it is read as the same', () => {
    fc.assert(
      fc.property(fieldsOf(fieldOf(typesOf(3))), fields => {
        const { facet, lossy } = exportOpenLineageSchema(port(fields));
        expect(lossy).toEqual([]);
        const read = importOpenLineageSchema(JSON.parse(JSON.stringify(facet)));
        expect(read.port).toEqual(port(fields));
        expect(
          read.lossy.filter(({ code }) => code !== 'AMBIGUOUS_TYPE'),
        ).toEqual([]);
      }),
      { numRuns: 500 },
    );
  });

  it('writes types as Spark, Trino and their kin do', () => {
    const text: FieldType = { kind: 'scalar', type: 'string' };
    const field = (name: string, type: FieldType, more = {}): Field => ({
      name,
      type,
      required: true,
      nullable: true,
      ...more,
    });
    expect(
      exportOpenLineageSchema(
        port([
          field('a', text, { nullable: false, description: 'The a' }),
          field('b', {
            kind: 'array',
            nullableItems: true,
            items: {
              kind: 'object',
              unknown: 'ignore',
              fields: [field('c', text)],
            },
          }),
          field('d', { kind: 'map', keys: 'string', values: text }),
        ]),
      ),
    ).toEqual({
      lossy: [],
      facet: {
        fields: [
          { name: 'a', type: 'string not null', description: 'The a' },
          {
            name: 'b',
            type: 'array',
            fields: [
              {
                name: '_element',
                type: 'struct',
                fields: [{ name: 'c', type: 'string' }],
              },
            ],
          },
          { name: 'd', type: 'map<string,string not null>' },
        ],
      },
    });
  });
});
