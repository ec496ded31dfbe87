import fc from 'fast-check';
import { canonicalJson } from '../../canonical/canonicalJson';
import { Field } from '../../fields/Field';
import { FieldType } from '../../fields/FieldType';
import { arbitraryContract } from '../../__testUtils__/arbitraryContract';
import { contract } from '../../__testUtils__/build';
import { fieldsOf, names } from '../__testUtils__/arbitraryTypes';
import { OIP_DATATYPES } from './datatypes';
import { exportOipMetadata } from './exportOipMetadata';
import { importOipMetadata } from './importOipMetadata';

const tensors: fc.Arbitrary<FieldType> = fc.record({
  kind: fc.constant('tensor' as const),
  dtype: fc.constantFrom(...OIP_DATATYPES.values()),
  shape: fc.array(fc.option(fc.nat()), { maxLength: 4 }),
});
const fields = fieldsOf(
  fc.record({
    name: names,
    type: tensors,
    required: fc.constant(true),
    nullable: fc.constant(false),
  }),
  1,
);

const model = (inputs: Field[], outputs: Field[]) =>
  contract([
    {
      name: 'inputs',
      direction: 'in',
      ordering: 'named',
      schema: { kind: 'object', fields: inputs, unknown: 'unspecified' },
    },
    {
      name: 'outputs',
      direction: 'out',
      ordering: 'named',
      schema: { kind: 'object', fields: outputs, unknown: 'unspecified' },
    },
  ]);

describe('exportOipMetadata', () => {
  it('writes tensors so that they are read as the same', () => {
    fc.assert(
      fc.property(fields, fields, (inputs, outputs) => {
        const made = model(inputs, outputs);
        const { metadata, lossy } = exportOipMetadata(made);
        expect(lossy).toEqual([]);
        const read = importOipMetadata(JSON.parse(JSON.stringify(metadata)));
        expect(read.contract.spec.ports).toEqual(made.spec.ports);
        expect(exportOipMetadata(read.contract).metadata).toEqual(metadata);
      }),
      { numRuns: 300 },
    );
  });

  it('writes any contract as metadata that can be read', () => {
    fc.assert(
      fc.property(arbitraryContract('1.0.0'), made => {
        const { metadata, lossy } = exportOipMetadata(made);
        const { ports } = importOipMetadata(metadata).contract.spec;
        const same = canonicalJson(ports) === canonicalJson(made.spec.ports);
        expect(same || lossy.length > 0).toBe(true);
      }),
      { numRuns: 200 },
    );
  });

  it('says what becomes of columns, and of what is no tensor', () => {
    const field = (name: string, type: FieldType, more = {}): Field => ({
      name,
      type,
      required: true,
      nullable: false,
      ...more,
    });
    const { metadata, lossy } = exportOipMetadata(
      model(
        [
          field('a', { kind: 'scalar', type: 'string' }, { unit: 'kg' }),
          field('b', { kind: 'vector', dtype: 'float32', length: 8 }),
        ],
        [
          field(
            'c',
            { kind: 'tensor', dtype: 'int64', shape: ['n'] },
            { nullable: true },
          ),
          field('d', { kind: 'any' }),
        ],
      ),
    );
    expect(metadata).toMatchObject({
      inputs: [
        { name: 'a', datatype: 'BYTES', shape: [-1] },
        { name: 'b', datatype: 'FP32', shape: [-1, 8] },
      ],
      outputs: [
        { name: 'c', datatype: 'INT64', shape: [-1] },
        { name: 'd', datatype: 'BYTES', shape: [-1] },
      ],
    });
    expect(lossy.map(({ code }) => code)).toEqual([
      ...['NOT_HELD', 'WRITTEN_AS_TENSOR', 'WRITTEN_AS_NEAREST'],
      ...['WRITTEN_AS_TENSOR', 'PRESENCE_NOT_HELD', 'NOT_HELD'],
      'WRITTEN_AS_TENSOR',
    ]);
  });
});
