import fc from 'fast-check';
import { Contract, Port } from '../../contract/Contract';
import { Field } from '../../fields/Field';
import { FieldType, TensorFieldType } from '../../fields/FieldType';
import {
  ArbitraryType,
  fieldsOf,
  names,
} from '../__testUtils__/arbitraryTypes';
import { exportMlflowSignature } from './exportMlflowSignature';
import { importMlflowModel } from './importMlflowModel';
import { COLUMN_TYPES } from './scalars';

const contract = (ports: Port[]): Contract => ({
  apiVersion: 'understudy.dev/v1alpha1',
  kind: 'InterfaceContract',
  metadata: { name: 'wine', version: '1.0.0', status: 'draft' },
  spec: { subject: 'model:default/wine', role: 'provider', ports },
});
const again = (signature: unknown) => {
  const { contract: read, lossy } = importMlflowModel(
    { signature },
    { name: 'wine', subject: 'model:default/wine' },
  );
  return { ports: read.spec.ports, lossy };
};
const port = (schema: FieldType, more: Partial<Port> = {}): Port => ({
  name: 'inputs',
  direction: 'in',
  schema,
  ordering: 'named',
  ...more,
});
const object = (fields: Field[]): FieldType => ({
  kind: 'object',
  fields,
  unknown: 'ignore',
});

const scalars = fc.constantFrom(...COLUMN_TYPES.values());
const presence = fc
  .boolean()
  .map(required => ({ required, nullable: !required }));
const fieldOf = (types: ArbitraryType): fc.Arbitrary<Field> =>
  fc
    .tuple(names, types, presence)
    .map(([name, type, present]) => ({ name, type, ...present }));

const { type: types } = fc.letrec<{ type: FieldType }>(tie => ({
  type: fc.oneof(
    { maxDepth: 4 },
    scalars,
    fc.constant<FieldType>({ kind: 'any' }),
    tie('type').map((items): FieldType => ({ kind: 'array', items })),
    tie('type').map((values): FieldType => ({
      kind: 'map',
      keys: 'string',
      values,
    })),
    fieldsOf(fieldOf(tie('type'))).map(object),
  ),
}));

const tensors: fc.Arbitrary<TensorFieldType> = fc
  .tuple(
    fc.constantFrom(
      ...(['boolean', 'int8', 'uint64', 'float16'] as const),
      ...(['float64', 'string', 'bytes', 'date'] as const),
    ),
    fc.array(fc.option(fc.nat(9)), { maxLength: 3 }),
  )
  .map(([dtype, shape]) => ({ kind: 'tensor', dtype, shape }));

const schemas: fc.Arbitrary<Pick<Port, 'schema' | 'ordering'>> = fc.oneof(
  fieldsOf(fieldOf(types)).map(fields => ({
    schema: object(fields),
    ordering: 'named' as const,
  })),
  fc
    .array(fc.tuple(types, presence), { minLength: 1, maxLength: 3 })
    .map(columns => ({
      schema: object(
        columns.map(([type, present], name) => ({ name, type, ...present })),
      ),
      ordering: 'positional' as const,
    })),
  tensors.map(schema => ({ schema, ordering: 'named' as const })),
  fieldsOf(
    fc.tuple(names, tensors).map(([name, type]): Field => ({
      ...{ name, type, required: true, nullable: false },
    })),
    1,
  ).map(fields => ({ schema: object(fields), ordering: 'named' as const })),
);

const params = fieldsOf(
  fc
    .tuple(
      names,
      fc.constantFrom(
        ...([
          ['string', 'x'],
          ['int64', 1],
          ['float64', 2.5],
          ['boolean', false],
        ] as const),
      ),
      fc.constantFrom('one' as const, 'list' as const, 'null' as const),
    )
    .map(([name, [type, one], form]): Field => {
      const scalar: FieldType = { kind: 'scalar', type };
      const list = form === 'list';
      return {
        name,
        type: list ? { kind: 'array', items: scalar } : scalar,
        required: false,
        nullable: form === 'null',
        default: { value: { one, list: [one, one], null: null }[form] ?? null },
      };
    }),
).map(object);

describe('exportMlflowSignature', () => {
  it('is read as the same ports again', () => {
    fc.assert(
      fc.property(schemas, schemas, params, (inputs, outputs, schema) => {
        const ports: Port[] = [
          { name: 'inputs', direction: 'in', ...inputs },
          { name: 'outputs', direction: 'out', ...outputs },
          {
            ...{ name: 'params', direction: 'in', optional: true },
            ...{ schema, ordering: 'named' },
          },
        ];
        const { signature, lossy } = exportMlflowSignature(contract(ports));
        expect(lossy).toEqual([]);
        expect(again(signature)).toEqual({ ports, lossy: [] });
      }),
      { numRuns: 500 },
    );
  });

  it('writes null for ports that are not there', () => {
    expect(exportMlflowSignature(contract([port(object([]))]))).toEqual({
      signature: { inputs: '[]', outputs: null, params: null },
      lossy: [],
    });
  });

  it('puts definitions where they are used, and any where they contain themselves', () => {
    const { signature, lossy } = exportMlflowSignature(
      contract([
        port(
          { kind: 'ref', name: 'Row' },
          {
            definitions: [
              {
                name: 'Row',
                type: object([
                  {
                    name: 'next',
                    type: { kind: 'ref', name: 'Node' },
                    required: true,
                    nullable: false,
                  },
                ]),
              },
              {
                name: 'Node',
                type: { kind: 'array', items: { kind: 'ref', name: 'Node' } },
              },
            ],
          },
        ),
      ]),
    );
    expect(JSON.parse(signature.inputs ?? '')).toEqual([
      { name: 'next', type: 'array', items: { type: 'any' }, required: true },
    ]);
    expect(lossy).toMatchObject([
      {
        code: 'WRITTEN_AS_ANY',
        pointer: '/spec/ports/0/schema/fields/0/type/items',
      },
    ]);
  });

  const required = { required: true, nullable: false };
  const text: FieldType = { kind: 'scalar', type: 'string' };
  it.each<[Port, unknown, string]>([
    [
      port({ kind: 'scalar', type: 'int64' }),
      [{ type: 'long', required: true }],
      'WRITTEN_AS_COLUMN /schema',
    ],
    [
      port(
        object([
          { name: 'a', type: { kind: 'scalar', type: 'uint8' }, ...required },
        ]),
      ),
      [{ name: 'a', type: 'integer', required: true }],
      'WRITTEN_AS_NEAREST /schema/fields/0/type',
    ],
    [
      port(object([{ name: 'a', type: text, required: true, nullable: true }])),
      [{ name: 'a', type: 'string', required: false }],
      'NULLABLE_NOT_HELD /schema/fields/0',
    ],
    [
      port(object([{ name: 'a', type: text, ...required, unit: 'kg' }])),
      [{ name: 'a', type: 'string', required: true }],
      'NOT_HELD /schema/fields/0',
    ],
    [
      port(
        object([{ name: 'a', type: { kind: 'union', of: [] }, ...required }]),
      ),
      [{ name: 'a', type: 'any', required: true }],
      'WRITTEN_AS_ANY /schema/fields/0/type',
    ],
    [
      port({ kind: 'tensor', dtype: 'float32', shape: ['n', 2] }),
      [{ type: 'tensor', 'tensor-spec': { dtype: 'float32', shape: [-1, 2] } }],
      'NOT_HELD /schema',
    ],
    [
      port({ kind: 'tensor', dtype: 'bfloat16', shape: [] }),
      [{ type: 'tensor', 'tensor-spec': { dtype: 'float32', shape: [] } }],
      'WRITTEN_AS_NEAREST /schema',
    ],
    [
      port(
        object([
          {
            name: 'a',
            type: { kind: 'vector', dtype: 'float32', length: 2 },
            ...required,
          },
        ]),
      ),
      [{ name: 'a', type: 'array', items: { type: 'float' }, required: true }],
      'NOT_HELD /schema/fields/0/type',
    ],
  ])('writes what comes nearest, with a note: %j', (written, columns, note) => {
    const { signature, lossy } = exportMlflowSignature(contract([written]));
    expect(JSON.parse(signature.inputs ?? '')).toEqual(columns);
    expect(lossy.map(({ code, pointer }) => `${code} ${pointer}`)).toEqual([
      note.replace(' ', ' /spec/ports/0'),
    ]);
  });

  it('has no place for other ports, and wants defaults of parameters', () => {
    expect(
      exportMlflowSignature(
        contract([
          port(object([]), { name: 'states' }),
          port(object([{ name: 'n', type: text, ...required }]), {
            name: 'params',
          }),
        ]),
      ),
    ).toMatchObject({
      signature: {
        inputs: null,
        params: '[{"type":"string","name":"n","default":null,"shape":null}]',
      },
      lossy: [
        { code: 'NOT_HELD', pointer: '/spec/ports/0' },
        { code: 'DEFAULT_INVENTED', pointer: '/spec/ports/1/schema/fields/0' },
      ],
    });
  });
});
