import fc from 'fast-check';
import { Field } from '../../fields/Field';
import { FieldType } from '../../fields/FieldType';
import { arbitraryPort } from '../../__testUtils__/arbitraryContract';
import { contract } from '../../__testUtils__/build';
import { compact, fieldsOf } from '../__testUtils__/arbitraryTypes';
import { exportFeastView } from './exportFeastView';
import { importFeastView } from './importFeastView';

const names = fc.constantFrom('a', 'spend_7d', '__proto__', 'ä b', 'd', 'e');

const scalars: fc.Arbitrary<FieldType> = fc.constantFrom<FieldType>(
  ...(['bytes', 'string', 'int32', 'int64', 'float64'] as const).map(
    (type): FieldType => ({ kind: 'scalar', type }),
  ),
  ...(['float32', 'boolean', 'uuid', 'decimal', 'json'] as const).map(
    (type): FieldType => ({ kind: 'scalar', type }),
  ),
  { kind: 'scalar', type: 'timestamp', timeUnit: 's' },
  { kind: 'scalar', type: 'timestamptz' },
);
const types: fc.Arbitrary<FieldType> = fc.oneof(
  scalars,
  fc
    .record({
      items: scalars,
      unique: fc.constantFrom(true as const, undefined),
    })
    .map(array => compact({ kind: 'array' as const, ...array })),
  fc.constantFrom<FieldType>(
    { kind: 'array', items: { kind: 'any' } },
    {
      kind: 'map',
      keys: 'string',
      values: { kind: 'any' },
      nullableValues: true,
    },
    { kind: 'object', fields: [], unknown: 'unspecified' },
    { kind: 'null' },
    { kind: 'vector', dtype: 'float32' },
    { kind: 'vector', dtype: 'float64', length: 8, metric: 'l2' },
  ),
);

const features = fieldsOf(
  fc
    .record({
      name: names,
      type: types,
      description: fc.constantFrom('A', undefined),
      tags: fc.constantFrom<string[] | undefined>(
        ['unit=EUR', 'pii'],
        undefined,
      ),
    })
    .map((field): Field =>
      compact({
        ...field,
        required: true,
        nullable: true,
        role: 'feature' as const,
      }),
    ),
);

const fixed = (name: string, type: FieldType, role: Field['role']): Field => ({
  name,
  type,
  required: true,
  nullable: false,
  role,
});

describe('exportFeastView', () => {
  it('writes what a view can hold so that it is read as the same', () => {
    fc.assert(
      fc.property(
        features,
        fc.boolean(),
        fc.constantFrom('PT90S', 'P1D', undefined),
        (fields, keyed, ttl) => {
          const key = fixed(
            'key',
            { kind: 'scalar', type: 'int64' },
            'entityKey',
          );
          const instant: FieldType = { kind: 'scalar', type: 'timestamptz' };
          const made = contract([
            {
              name: 'view',
              direction: 'out',
              schema: {
                kind: 'object',
                fields: [
                  ...(keyed ? [key] : []),
                  ...(keyed ? [fixed('at', instant, 'eventTime')] : []),
                  ...(keyed ? [fixed('made', instant, 'createdTime')] : []),
                  ...fields,
                ],
                unknown: 'ignore',
              },
              ...(keyed && { key: ['key'] }),
              ordering: 'named',
            },
          ]);
          const levels = ttl === undefined ? {} : { serviceLevels: { ttl } };
          const whole = { ...made, spec: { ...made.spec, ...levels } };
          const { view, lossy } = exportFeastView(whole);
          expect(lossy).toEqual([]);
          const read = importFeastView(JSON.parse(JSON.stringify(view)));
          expect(read.lossy).toEqual([]);
          expect(read.contract.spec.ports).toEqual(made.spec.ports);
          expect(read.contract.spec.serviceLevels).toEqual(
            levels.serviceLevels,
          );
        },
      ),
      { numRuns: 300 },
    );
  });

  it('writes any object of an out port as a view that can be read', () => {
    const ports = arbitraryPort.filter(
      ({ direction, schema }) =>
        direction === 'out' && schema.kind === 'object',
    );
    fc.assert(
      fc.property(ports, port => {
        const { view } = exportFeastView(contract([port]));
        expect(importFeastView(view).contract.spec.ports).toHaveLength(1);
      }),
      { numRuns: 200 },
    );
  });

  it('refuses what is no view', () => {
    const schema: FieldType = { kind: 'any' };
    expect(() => exportFeastView(contract([]))).toThrow('has one port');
    expect(() =>
      exportFeastView(contract([{ name: 'a', direction: 'in', schema }])),
    ).toThrow('has one port');
    expect(() =>
      exportFeastView(contract([{ name: 'a', direction: 'out', schema }])),
    ).toThrow('a type of the kind any');
  });
});
