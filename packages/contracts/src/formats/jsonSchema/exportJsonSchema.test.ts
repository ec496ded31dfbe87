import fc from 'fast-check';
import { Port } from '../../contract/Contract';
import { Field } from '../../fields/Field';
import { FieldType, ScalarFieldType } from '../../fields/FieldType';
import { scalarTypes } from '../../fields/scalars';
import {
  ArbitraryType,
  compact,
  fieldsOf,
  names,
} from '../__testUtils__/arbitraryTypes';
import { exportJsonSchema } from './exportJsonSchema';
import { importJsonSchema } from './importJsonSchema';

const port = (schema: FieldType, more: Partial<Port> = {}): Port => ({
  name: 'inputs',
  direction: 'in',
  ordering: 'named',
  schema,
  ...more,
});
const again = ({ schema }: { schema: unknown }) =>
  importJsonSchema(schema, { name: 'inputs', direction: 'in' });

const scalars = scalarTypes
  .filter(type => type !== 'float16' && type !== 'bfloat16')
  .map((type): ScalarFieldType => ({ kind: 'scalar', type }));
const numbers = ['int32', 'int64', 'float32', 'float64', 'decimal'];

const enums = fc.oneof(
  fc
    .uniqueArray(fc.string(), { minLength: 1, maxLength: 4 })
    .map((symbols): FieldType => ({ kind: 'enum', base: 'string', symbols })),
  fc
    .uniqueArray(fc.integer(), { minLength: 1, maxLength: 4 })
    .chain(symbols =>
      fc
        .constantFrom('int8' as const, 'int64' as const, 'float32' as const)
        .map((base): FieldType => ({ kind: 'enum', base, symbols })),
    ),
  fc.constant<FieldType>({ kind: 'enum', base: 'json', symbols: [1, 'a'] }),
);

const limits = fc.record({
  minItems: fc.option(fc.nat(3), { nil: undefined }),
  maxItems: fc.option(fc.nat(9), { nil: undefined }),
  unique: fc.constantFrom(true as const, undefined),
});

/** Null is written once: as `nullable`, and for null and any always. */
function nullability(type: FieldType): fc.Arbitrary<boolean> {
  return type.kind === 'any' || type.kind === 'null'
    ? fc.constant(true)
    : fc.boolean();
}

function constraintsOf(type: FieldType): fc.Arbitrary<Field['constraints']> {
  if (type.kind === 'scalar' && numbers.includes(type.type)) {
    return fc.constantFrom(
      undefined,
      { min: 1, max: 5 },
      { exclusiveMin: 0, multipleOf: 0.5 },
    );
  }
  return type.kind === 'scalar' && type.type === 'string'
    ? fc.constantFrom(
        undefined,
        { minLength: 1, pattern: '^a' },
        { maxLength: 3, format: 'email' },
      )
    : fc.constant(undefined);
}

function defaultOf(type: FieldType, nullable: boolean): Field['default'] {
  if (nullable) {
    return { value: null };
  }
  return type.kind === 'scalar' && type.type === 'string'
    ? { value: 'x' }
    : undefined;
}

const fieldOf = (types: ArbitraryType): fc.Arbitrary<Field> =>
  types.chain(type =>
    fc
      .record({
        name: names,
        type: fc.constant(type),
        required: fc.boolean(),
        nullable: nullability(type),
        constraints: constraintsOf(type),
        hasDefault: fc.boolean(),
        description: fc.option(fc.string(), { nil: undefined }),
        deprecated: fc.constantFrom(undefined, { since: '0.0.0' }),
      })
      .map(({ hasDefault, ...field }) =>
        compact({
          ...field,
          default: hasDefault ? defaultOf(type, field.nullable) : undefined,
        }),
      ),
  );

const { type: types } = fc.letrec<{ type: FieldType; branch: FieldType }>(
  tie => ({
    branch: fc.oneof(
      { maxDepth: 3 },
      fc.constantFrom<FieldType>(...scalars, { kind: 'never' }),
      enums,
      tie('type').filter(({ kind }) => kind !== 'null' && kind !== 'any'),
    ),
    type: fc.oneof(
      { maxDepth: 4 },
      fc.constantFrom<FieldType>(
        ...scalars,
        { kind: 'any' },
        { kind: 'null' },
        { kind: 'never' },
      ),
      enums,
      fieldsOf(fieldOf(tie('type'))).chain(fields =>
        fc
          .constantFrom(
            'ignore' as const,
            'reject' as const,
            'unspecified' as const,
          )
          .map((unknown): FieldType => ({ kind: 'object', fields, unknown })),
      ),
      fc
        .tuple(
          tie('type'),
          limits,
          fc.option(fc.array(tie('branch'), { minLength: 1, maxLength: 3 }), {
            nil: undefined,
          }),
        )
        .chain(([items, more, tuple]) =>
          nullability(items).map((nullable): FieldType =>
            compact({
              kind: 'array',
              items,
              ...more,
              tuple,
              nullableItems: nullable || undefined,
            }),
          ),
        ),
      tie('type').chain(values =>
        nullability(values).map((nullable): FieldType =>
          compact({
            kind: 'map',
            keys: 'string',
            values,
            nullableValues: nullable || undefined,
          }),
        ),
      ),
      fc
        .array(tie('branch'), { minLength: 2, maxLength: 3 })
        .map((of): FieldType => ({ kind: 'union', of })),
    ),
  }),
);

describe('exportJsonSchema', () => {
  it('is read as the same port again', () => {
    fc.assert(
      fc.property(types, type => {
        const original = port(type);
        const exported = exportJsonSchema(original);
        expect(exported.lossy).toEqual([]);
        const { port: read, lossy } = again(exported);
        expect(read).toEqual(original);
        expect(lossy).toEqual([]);
      }),
      { numRuns: 500 },
    );
  });

  it('keeps definitions that refer to each other, by any name', () => {
    fc.assert(
      fc.property(
        fc.uniqueArray(names, { minLength: 1, maxLength: 4 }),
        fc.boolean(),
        (keys, nullable) => {
          const referring = (name: string): FieldType => ({
            kind: 'object',
            unknown: 'ignore',
            fields: [
              {
                name: 'next',
                type: { kind: 'ref', name },
                required: true,
                nullable,
              },
            ],
          });
          const original = port(referring(keys[0]), {
            definitions: keys.map((name, index) => ({
              name,
              type: referring(keys[(index + 1) % keys.length]),
            })),
          });
          expect(again(exportJsonSchema(original))).toEqual({
            port: original,
            lossy: [],
          });
        },
      ),
    );
  });

  it('writes what validators understand', () => {
    const { schema } = exportJsonSchema(
      port(
        {
          kind: 'object',
          unknown: 'reject',
          fields: [
            {
              name: 'age',
              type: { kind: 'scalar', type: 'uint8' },
              required: true,
              nullable: true,
              constraints: { min: 18 },
              description: 'In years',
            },
            {
              name: 'at',
              type: { kind: 'ref', name: 'Place' },
              required: false,
              nullable: true,
            },
          ],
        },
        { definitions: [{ name: 'Place', type: { kind: 'any' } }] },
      ),
    );
    expect(schema).toEqual({
      $schema: 'https://json-schema.org/draft/2020-12/schema',
      type: 'object',
      additionalProperties: false,
      required: ['age'],
      properties: {
        age: {
          type: ['integer', 'null'],
          format: 'uint8',
          minimum: 18,
          maximum: 255,
          description: 'In years',
        },
        at: { anyOf: [{ $ref: '#/$defs/Place' }, { type: 'null' }] },
      },
      $defs: { Place: {} },
    });
  });

  it('writes tensors and vectors as arrays', () => {
    const tensor = exportJsonSchema(
      port({ kind: 'tensor', dtype: 'float32', shape: [null, 'n', 2] }),
    );
    expect(tensor.schema).toMatchObject({
      type: 'array',
      items: {
        type: 'array',
        items: {
          ...{ type: 'array', minItems: 2, maxItems: 2 },
          items: { type: 'number', format: 'float' },
        },
      },
    });
    expect(
      exportJsonSchema(port({ kind: 'tensor', dtype: 'int8', shape: null }))
        .schema,
    ).toMatchObject({ type: 'array' });
    expect(
      exportJsonSchema(port({ kind: 'vector', dtype: 'float64', length: 3 }))
        .schema,
    ).toMatchObject({ items: { type: 'number' }, minItems: 3, maxItems: 3 });
  });

  const field = (more: object): FieldType => ({
    kind: 'object',
    unknown: 'ignore',
    fields: [
      {
        name: 'f',
        type: { kind: 'scalar', type: 'string' },
        required: true,
        nullable: false,
        ...more,
      },
    ],
  });
  it.each<[Partial<Port> & { schema: FieldType }, string]>([
    [{ schema: field({ unit: 'kg', aliases: ['g'] }) }, '/schema/fields/0'],
    [{ schema: field({ name: 0 }) }, '/schema/fields/0/name'],
    [
      { schema: field({ deprecated: { since: '1.0.0' } }) },
      '/schema/fields/0/deprecated',
    ],
    [
      { schema: field({ constraints: { unique: true } }) },
      '/schema/fields/0/constraints',
    ],
    [
      { schema: field({ constraints: { min: 1 } }) },
      '/schema/fields/0/constraints',
    ],
    [{ schema: field({ type: { kind: 'any' } }) }, '/schema/fields/0/type'],
    [
      {
        schema: field({
          type: { kind: 'scalar', type: 'bytes' },
          constraints: { maxLength: 3 },
        }),
      },
      '/schema/fields/0/constraints',
    ],
    [{ schema: { kind: 'scalar', type: 'float16' } }, '/schema'],
    [{ schema: { kind: 'scalar', type: 'time', timeUnit: 'ms' } }, '/schema'],
    [{ schema: { kind: 'tensor', dtype: 'int8', shape: [] } }, '/schema'],
    [{ schema: { kind: 'vector', dtype: 'int8', spaceId: 'x' } }, '/schema'],
    [{ schema: { kind: 'opaque', format: 'x', hash: 'y' } }, '/schema'],
    [
      {
        schema: { kind: 'enum', base: 'string', symbols: ['a'], fallback: 'a' },
      },
      '/schema',
    ],
    [
      { schema: { kind: 'map', keys: 'int32', values: { kind: 'never' } } },
      '/schema',
    ],
    [{ schema: field({}), key: ['f'], optional: true }, ''],
  ])('notes what it cannot hold: %j', (parts, pointer) => {
    expect(
      exportJsonSchema(port(parts.schema, parts)).lossy.map(
        note => note.pointer,
      ),
    ).toEqual([pointer]);
  });
});
