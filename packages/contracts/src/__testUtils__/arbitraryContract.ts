import fc from 'fast-check';
import { Contract, Port } from '../contract/Contract';
import { Field } from '../fields/Field';
import { FieldType, ObjectFieldType } from '../fields/FieldType';
import { scalarTypes } from '../fields/scalars';
import { contract } from './build';

/** Few names, so that two contracts that know nothing of each other have much in common. */
const names = ['age', 'Age', 'amount', 'customer_segment', 'customer_segments'];

const scalarType: fc.Arbitrary<FieldType> = fc
  .record(
    {
      type: fc.constantFrom(...scalarTypes),
      precision: fc.constantFrom(9, 12),
      scale: fc.constantFrom(2, 4),
      timeUnit: fc.constantFrom('ms' as const, 'us' as const),
      fixedSize: fc.constantFrom(4, 8),
    },
    { requiredKeys: ['type'] },
  )
  .map(rest => {
    const { type, precision, scale, timeUnit, fixedSize } = rest;
    return {
      kind: 'scalar',
      type,
      ...(type === 'decimal' && precision && { precision, scale: scale ?? 0 }),
      ...(type.startsWith('time') && timeUnit && { timeUnit }),
      ...(type === 'bytes' && fixedSize && { fixedSize }),
    };
  });

const leafType: fc.Arbitrary<FieldType> = fc.oneof(
  { weight: 6, arbitrary: scalarType },
  fc.record({
    kind: fc.constant('enum' as const),
    base: fc.constant('string' as const),
    symbols: fc.uniqueArray(fc.constantFrom('a', 'b', 'c', null), {
      minLength: 1,
    }),
    ordered: fc.boolean(),
  }),
  fc.record({
    kind: fc.constant('tensor' as const),
    dtype: fc.constantFrom('float32' as const, 'float64' as const),
    shape: fc.option(
      fc.array(fc.constantFrom(null, 3, 4, 'n'), { maxLength: 3 }),
    ),
  }),
  fc.record(
    {
      kind: fc.constant('vector' as const),
      dtype: fc.constant('float32' as const),
      length: fc.constantFrom(8, 16),
      spaceId: fc.constantFrom('a', 'b'),
    },
    { requiredKeys: ['kind', 'dtype'] },
  ),
  fc.constantFrom<FieldType>(
    { kind: 'any' },
    { kind: 'null' },
    { kind: 'never' },
    { kind: 'opaque', format: 'x', hash: '1' },
    { kind: 'opaque', format: 'x', hash: '2' },
    { kind: 'ref', name: 'Node' },
  ),
);

const constraints = fc.record(
  {
    min: fc.constantFrom(0, 1),
    max: fc.constantFrom(10, 300),
    exclusiveMin: fc.constantFrom(0, 1),
    multipleOf: fc.constantFrom(1, 2, 3),
    minLength: fc.constantFrom(1, 2),
    maxLength: fc.constantFrom(5, 9),
    pattern: fc.constantFrom('^a', '^b'),
    format: fc.constantFrom('email', 'uri'),
    unique: fc.boolean(),
  },
  { requiredKeys: [] },
);

function fieldOf(type: fc.Arbitrary<FieldType>): fc.Arbitrary<Field> {
  return fc.record(
    {
      name: fc.constantFrom(...names),
      type,
      required: fc.boolean(),
      nullable: fc.boolean(),
      id: fc.constantFrom('1', '2', '3'),
      aliases: fc.uniqueArray(fc.constantFrom(...names), { maxLength: 1 }),
      default: fc.constantFrom({ value: null }, { value: 1 }),
      constraints,
      unit: fc.constantFrom('kg', 'g'),
      labelMap: fc.constantFrom<Record<string, string>>(
        { 0: 'no' },
        { 0: 'no', 1: 'yes' },
      ),
      role: fc.constantFrom('entityKey' as const, 'eventTime' as const),
      classification: fc.constantFrom(
        'internal' as const,
        'restricted' as const,
      ),
      description: fc.constantFrom('a', 'b'),
      quality: fc.constantFrom([
        { id: 'q', metric: 'nullValues' as const, op: '<=' as const, value: 1 },
      ]),
    },
    { requiredKeys: ['name', 'type', 'required', 'nullable'] },
  );
}

function objectOf(
  type: fc.Arbitrary<FieldType>,
): fc.Arbitrary<ObjectFieldType> {
  return fc
    .record({
      kind: fc.constant('object' as const),
      fields: fc.uniqueArray(fieldOf(type), {
        selector: ({ name }) => name,
        maxLength: 4,
      }),
      unknown: fc.constantFrom(
        'ignore' as const,
        'reject' as const,
        'unspecified' as const,
      ),
    })
    .map(object => {
      const ids = new Set<string>();
      return {
        ...object,
        fields: object.fields.map(({ id, ...field }) => {
          const own = id !== undefined && !ids.has(id);
          ids.add(id ?? '');
          return own ? { ...field, id } : field;
        }),
      };
    });
}

/** Types of three levels at most, besides what references make of them. */
function typeOf(depth: number): fc.Arbitrary<FieldType> {
  if (depth === 0) {
    return leafType;
  }
  const inner = typeOf(depth - 1);
  return fc.oneof(
    { weight: 4, arbitrary: leafType },
    { weight: 2, arbitrary: objectOf(inner) },
    fc.record(
      {
        kind: fc.constant('array' as const),
        items: inner,
        nullableItems: fc.boolean(),
        unique: fc.boolean(),
        maxItems: fc.constantFrom(3, 5),
        tuple: fc.array(inner, { maxLength: 2 }),
      },
      { requiredKeys: ['kind', 'items'] },
    ),
    fc.record({
      kind: fc.constant('map' as const),
      keys: fc.constantFrom('string' as const, 'int32' as const),
      values: inner,
    }),
    fc.record({
      kind: fc.constant('union' as const),
      of: fc.array(inner, { minLength: 1, maxLength: 3 }),
    }),
  );
}

export const arbitraryPort: fc.Arbitrary<Port> = fc
  .record({
    direction: fc.constantFrom('in' as const, 'out' as const),
    schema: fc.oneof({ weight: 5, arbitrary: objectOf(typeOf(2)) }, typeOf(2)),
    node: objectOf(typeOf(1)),
    ordering: fc.constantFrom(
      'named' as const,
      'named' as const,
      'positional' as const,
    ),
  })
  .map(({ node, ...rest }) => ({
    name: rest.direction === 'in' ? 'inputs' : 'outputs',
    definitions: [{ name: 'Node', type: node }],
    ...rest,
  }));

export function arbitraryContract(version: string): fc.Arbitrary<Contract> {
  return fc
    .uniqueArray(arbitraryPort, { selector: ({ name }) => name, minLength: 1 })
    .map(ports => contract(ports, { version }));
}

/** One small thing that is done to a port. */
const edit = fc.record({
  place: fc.nat(),
  donor: fieldOf(typeOf(1)),
  part: fc.constantFrom(
    'type',
    'required',
    'nullable',
    'default',
    'constraints',
    'aliases',
    'unit',
    'labelMap',
    'quality',
    'name',
    'add',
    'remove',
    'unknown',
  ),
});

function applyEdit(
  port: Port,
  { place, donor, part }: { place: number; donor: Field; part: string },
): Port {
  const { schema } = port;
  if (schema.kind !== 'object') {
    return { ...port, schema: donor.type };
  }
  const { fields } = schema;
  const free = fields.every(({ name }) => name !== donor.name);
  const index = fields.length ? place % fields.length : 0;
  const change = (next: Field[]): Port => ({
    ...port,
    schema: { ...schema, fields: next },
  });
  if (part === 'unknown') {
    const unknown = schema.unknown === 'reject' ? 'ignore' : 'reject';
    return { ...port, schema: { ...schema, unknown } };
  }
  if (part === 'add' || !fields.length) {
    const { id, ...added } = donor;
    return free ? change([...fields, added]) : port;
  }
  if (part === 'remove') {
    return change(fields.filter((_, other) => other !== index));
  }
  if (part === 'name' && !free) {
    return port;
  }
  const { [part as keyof Field]: _, ...rest } = fields[index];
  const given = donor[part as keyof Field];
  return change(
    fields.map((field, other) =>
      other === index
        ? ({ ...rest, ...(given !== undefined && { [part]: given }) } as Field)
        : field,
    ),
  );
}

/** Two versions of a port, most of them with little between them. */
export const arbitraryPorts: fc.Arbitrary<[Port, Port]> = fc.oneof(
  {
    weight: 4,
    arbitrary: fc
      .tuple(arbitraryPort, fc.array(edit, { minLength: 1, maxLength: 2 }))
      .map(([port, edits]): [Port, Port] => [
        port,
        edits.reduce(applyEdit, structuredClone(port)),
      ]),
  },
  {
    weight: 1,
    arbitrary: fc
      .tuple(arbitraryPort, arbitraryPort)
      .map(([old, next]): [Port, Port] => [
        old,
        { ...next, name: old.name, direction: old.direction },
      ]),
  },
);

/** Two versions of a contract with one port. */
export const arbitraryVersions: fc.Arbitrary<[Contract, Contract]> =
  arbitraryPorts.map(([old, next]) => [
    contract([old], { version: '1.0.0' }),
    contract([next], { version: '2.0.0' }),
  ]);
