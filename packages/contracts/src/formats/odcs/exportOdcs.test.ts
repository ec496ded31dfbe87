import fc from 'fast-check';
import { Contract, Port } from '../../contract/Contract';
import { Field } from '../../fields/Field';
import { FieldType } from '../../fields/FieldType';
import { Json } from '../../fields/json';
import { scalarTypes } from '../../fields/scalars';
import { contract } from '../../__testUtils__/build';
import { compact, fieldsOf, names } from '../__testUtils__/arbitraryTypes';
import { exportOdcs } from './exportOdcs';
import { importOdcs } from './importOdcs';
import { withoutKept } from './Kept';

const scalars = fc.oneof(
  fc
    .constantFrom(...scalarTypes.filter(type => type !== 'bfloat16'))
    .map((type): FieldType => ({ kind: 'scalar', type })),
  fc.constant<FieldType>({
    kind: 'scalar',
    type: 'decimal',
    precision: 9,
    scale: 2,
  }),
  fc
    .record({
      type: fc.constantFrom('time', 'timestamp', 'timestamptz'),
      timeUnit: fc.constantFrom('s', 'ms', 'us', 'ns'),
    })
    .map(time => ({ kind: 'scalar', ...time }) as FieldType),
);

function constraintsOf(type: FieldType): fc.Arbitrary<Field['constraints']> {
  if (type.kind !== 'scalar') {
    return fc.constantFrom(undefined, { unique: true });
  }
  if (/int|float|decimal/.test(type.type)) {
    return fc.constantFrom(undefined, {
      min: 1,
      exclusiveMax: 5,
      multipleOf: 2,
    });
  }
  return type.type === 'string'
    ? fc.constantFrom(
        undefined,
        { minLength: 1, pattern: '^a', format: 'email' },
        { maxLength: 3, unique: true },
      )
    : fc.constant(undefined);
}

const rules = fc.uniqueArray(
  fc.constantFrom(
    { id: 'few', metric: 'nullValues' as const, op: '<=' as const, value: 1 },
    {
      id: 'counted',
      metric: 'sql' as const,
      query: 'select 1',
      op: 'between' as const,
      value: [1, 2] as [number, number],
      severity: 'warning' as const,
    },
    {
      id: 'checked',
      metric: 'custom' as const,
      engine: 'soda',
      implementation: 'x',
      dimension: 'accuracy' as const,
    },
  ),
  { minLength: 1, selector: ({ id }) => id },
);

/** Types that ODCS can hold. */
function typesOf(depth: number): fc.Arbitrary<FieldType> {
  if (depth === 0) {
    return scalars;
  }
  const inner = typesOf(depth - 1);
  return fc.oneof(
    scalars,
    fc.constant<FieldType>({ kind: 'any' }),
    fc
      .record({
        items: inner,
        nullableItems: fc.constantFrom(true as const, undefined),
        minItems: fc.constantFrom(1, undefined),
        maxItems: fc.constantFrom(4, undefined),
        unique: fc.constantFrom(true as const, undefined),
      })
      .map(array => compact({ kind: 'array' as const, ...array })),
    fieldsOf(fieldOf(inner)).map((fields): FieldType => ({
      kind: 'object',
      fields,
      unknown: 'ignore',
    })),
    scalars.map((values): FieldType => ({
      kind: 'map',
      keys: 'string',
      values,
      nullableValues: true,
    })),
  );
}

function fieldOf(types: fc.Arbitrary<FieldType>): fc.Arbitrary<Field> {
  return types
    .chain(type =>
      fc.record({
        name: names.filter(name => name.trim() !== ''),
        type: fc.constant(type),
        required: fc.constant(true),
        nullable: fc.boolean(),
        constraints: constraintsOf(type),
        description: fc.constantFrom('', 'A', undefined),
        tags: fc.constantFrom<string[] | undefined>(['x'], undefined),
        classification: fc.constantFrom('internal' as const, undefined),
        critical: fc.constantFrom(true as const, undefined),
        quality: fc.option(rules, { nil: undefined }),
      }),
    )
    .map(compact);
}

const held: fc.Arbitrary<Contract> = fc
  .record({
    fields: fieldsOf(fieldOf(typesOf(2)), 1),
    quality: fc.option(rules, { nil: undefined }),
    keyed: fc.boolean(),
    levels: fc.constantFrom(undefined, {
      freshness: 'PT15M',
      retention: 'P3Y',
      schedule: 'RRULE:FREQ=DAILY;INTERVAL=2',
      availability: 0.999,
      errorRate: 0.07,
      throughputRps: 20,
    }),
    description: fc.constantFrom('For all', undefined),
    owner: fc.constantFrom('group:default/a', undefined),
  })
  .map(({ fields, quality, keyed, levels, description, owner }) => {
    const port: Port = compact({
      name: 'payments',
      direction: 'out' as const,
      schema: { kind: 'object' as const, fields, unknown: 'ignore' as const },
      ordering: 'named' as const,
      key: keyed ? [String(fields[fields.length - 1].name)] : undefined,
      partitionedBy: keyed ? fields.map(({ name }) => String(name)) : undefined,
      quality,
    });
    const made = contract([port]);
    const { description: _, owner: __, ...metadata } = made.metadata;
    return {
      ...made,
      metadata: compact({
        ...metadata,
        name: 'p',
        title: 'P',
        description,
        owner,
      }),
      spec: compact({
        subject: 'dataset:default/p',
        role: 'provider' as const,
        ports: [port],
        serviceLevels: levels,
        compatibility: { profile: 'sql' as const },
      }),
    };
  });

const withoutSource = ({ metadata, ...rest }: Contract): Contract => {
  const { source, ...other } = metadata;
  return { ...rest, metadata: other };
};

describe('exportOdcs', () => {
  it('writes what ODCS can hold so that it is read as the same', () => {
    fc.assert(
      fc.property(held, made => {
        const { document, lossy } = exportOdcs(made);
        expect(lossy).toEqual([]);
        const read = importOdcs(JSON.parse(JSON.stringify(document)));
        expect(withoutKept(withoutSource(read.contract))).toEqual(made);
      }),
      { numRuns: 300 },
    );
  });

  it('gives the same document for a contract that was read from it', () => {
    fc.assert(
      fc.property(held, made => {
        const { document } = exportOdcs(made);
        const again = exportOdcs(importOdcs(document).contract);
        expect(again.document).toEqual(document);
      }),
      { numRuns: 100 },
    );
  });

  const source = {
    apiVersion: 'v3.1.0',
    kind: 'DataContract',
    id: 'payments',
    version: '1.0.0',
    status: 'in development',
    domain: 'seller',
    description: { purpose: 'Forecasts', usage: 'Daily' },
    roles: [{ role: 'reader' }],
    slaProperties: [
      { property: 'latency', value: 4, unit: 'days', driver: 'analytics' },
      { property: 'timeOfAvailability', value: '09:00' },
    ],
    schema: [
      {
        name: 't',
        physicalName: 't_1',
        properties: [
          {
            name: 'a',
            logicalType: 'string',
            physicalType: 'varchar(18)',
            primaryKey: true,
            primaryKeyPosition: 1,
            businessName: 'The a',
            mood: 'good',
            quality: [{ metric: 'nullValues', mustBe: 0, method: 'm' }],
          },
        ],
      },
    ],
  };

  function edited(edit: (made: Contract, field: Field) => void) {
    const { contract: made } = importOdcs(source);
    const [port] = made.spec.ports;
    edit(made, (port.schema as { fields: Field[] }).fields[0]);
    const { document } = exportOdcs(made);
    const [object] = document.schema as { properties: Json[] }[];
    return { document, property: object.properties[0] };
  }

  it('keeps what a contract has no word for', () => {
    expect(edited(() => {}).document).toEqual(source);
  });

  describe('of what is inside of other types', () => {
    const nested = {
      ...source,
      schema: [
        {
          name: 't',
          properties: [
            {
              name: 'list',
              logicalType: 'array',
              physicalType: 'ARRAY',
              items: {
                physicalType: 'ROW',
                properties: [
                  { name: 'a', logicalType: 'string', physicalType: 'text' },
                ],
              },
            },
            { name: 'pair', logicalType: 'object', physicalType: 'row(a int)' },
            { name: 'empty', logicalType: 'object', properties: [] },
          ],
        },
      ],
    };

    it('gives all words again', () => {
      const made = importOdcs(nested).contract;
      expect(exportOdcs(made).document).toEqual(nested);
    });

    it('keeps the words around a field that was changed, and its own beside it', () => {
      const made = importOdcs(nested).contract;
      const [list] = (made.spec.ports[0].schema as { fields: Field[] }).fields;
      const { items } = list.type as { items: FieldType };
      const [field] = (items as { fields: Field[] }).fields;
      field.type = { kind: 'scalar', type: 'date' };
      const [object] = exportOdcs(made).document
        .schema as (typeof nested)['schema'];
      expect(object.properties[0]).toEqual({
        name: 'list',
        logicalType: 'array',
        physicalType: 'ARRAY',
        items: {
          physicalType: 'ROW',
          properties: [{ name: 'a', logicalType: 'date' }],
        },
      });
    });
  });

  it('lets no old word stand for what was changed', () => {
    const { document, property } = edited((made, field) => {
      made.metadata.status = 'active';
      made.metadata.description = 'Reports';
      made.spec.serviceLevels = { freshness: 'PT1H' };
      made.spec.ports[0].key = undefined;
      field.type = { kind: 'scalar', type: 'int32' };
      field.constraints = undefined;
      field.quality = [{ ...field.quality![0], value: 1 }];
    });
    expect(document).toMatchObject({
      status: 'active',
      domain: 'seller',
      description: { purpose: 'Reports', usage: 'Daily' },
      roles: [{ role: 'reader' }],
      slaProperties: [
        { property: 'timeOfAvailability', value: '09:00' },
        { property: 'freshness', value: 1, unit: 'h' },
      ],
    });
    expect(property).toEqual({
      name: 'a',
      logicalType: 'integer',
      logicalTypeOptions: { format: 'i32' },
      businessName: 'The a',
      mood: 'good',
      quality: [
        { id: 'nullValues', metric: 'nullValues', mustBe: 1, method: 'm' },
      ],
    });
  });

  it('survives that somebody wrote nonsense where it keeps things', () => {
    const { property } = edited((_, field) => {
      Object.assign(field, { 'x-odcs': { other: 1, spelling: { name: [] } } });
    });
    expect(property).toMatchObject({ name: 'a', logicalType: 'string' });
  });
});
