import { Port } from '../../contract/Contract';
import { importMlflowModel } from './importMlflowModel';

const options = { name: 'wine', subject: 'model:default/wine' };
const read = (signature: unknown) =>
  importMlflowModel({ signature }, options).contract.spec.ports;
const readInputs = (inputs: unknown): Port => read({ inputs })[0];
const notes = (signature: unknown) =>
  importMlflowModel({ signature }, options).lossy.map(
    ({ pointer, code }) => `${code} ${pointer}`,
  );
const double = { kind: 'scalar', type: 'float64' };
const always = { required: true, nullable: false };

describe('importMlflowModel', () => {
  it('drafts a contract from a file', () => {
    expect(
      importMlflowModel(
        {
          artifact_path: 'model',
          run_id: 'a57c',
          flavors: { sklearn: {}, python_function: {} },
          signature: {
            inputs:
              '[{"name": "age", "type": "long"}, {"name": "job", "type": "string", "required": false}]',
            outputs:
              '[{"type": "tensor", "tensor-spec": {"dtype": "float64", "shape": [-1, 3]}}]',
            params:
              '[{"name": "n", "type": "long", "default": 16, "shape": null}, {"name": "stop", "dtype": "string", "default": null, "shape": [-1]}]',
          },
        },
        { ...options, version: '2.0.0', owner: 'group:default/wine' },
      ),
    ).toEqual({
      lossy: [],
      contract: {
        apiVersion: 'understudy.dev/v1alpha1',
        kind: 'InterfaceContract',
        metadata: {
          name: 'wine',
          version: '2.0.0',
          status: 'draft',
          owner: 'group:default/wine',
          source: { type: 'mlflow', uri: 'runs:/a57c/model' },
        },
        spec: {
          subject: 'model:default/wine',
          role: 'provider',
          protocol: {
            name: 'mlflow-invocations',
            flavors: ['python_function', 'sklearn'],
          },
          compatibility: { profile: 'mlflow' },
          ports: [
            {
              name: 'inputs',
              direction: 'in',
              ordering: 'named',
              schema: {
                kind: 'object',
                unknown: 'ignore',
                fields: [
                  {
                    name: 'age',
                    type: { kind: 'scalar', type: 'int64' },
                    ...always,
                  },
                  {
                    name: 'job',
                    type: { kind: 'scalar', type: 'string' },
                    required: false,
                    nullable: true,
                  },
                ],
              },
            },
            {
              name: 'outputs',
              direction: 'out',
              ordering: 'named',
              schema: { kind: 'tensor', dtype: 'float64', shape: [null, 3] },
            },
            {
              name: 'params',
              direction: 'in',
              optional: true,
              ordering: 'named',
              schema: {
                kind: 'object',
                unknown: 'ignore',
                fields: [
                  {
                    name: 'n',
                    type: { kind: 'scalar', type: 'int64' },
                    required: false,
                    nullable: false,
                    default: { value: 16 },
                  },
                  {
                    name: 'stop',
                    type: {
                      kind: 'array',
                      items: { kind: 'scalar', type: 'string' },
                    },
                    required: false,
                    nullable: true,
                    default: { value: null },
                  },
                ],
              },
            },
          ],
        },
      },
    });
  });

  it('has no ports without a signature, and none for parts that are null', () => {
    expect(importMlflowModel({}, options).lossy).toMatchObject([
      { code: 'NO_SIGNATURE' },
    ]);
    expect(read(null)).toEqual([]);
    expect(read({ inputs: null, outputs: '[]' })).toMatchObject([
      { name: 'outputs', ordering: 'named', schema: { fields: [] } },
    ]);
  });

  it.each([
    [{ type: 'boolean' }, { kind: 'scalar', type: 'boolean' }],
    [
      { type: 'datetime' },
      { kind: 'scalar', type: 'timestamp', timeUnit: 'ns' },
    ],
    [{ type: 'any' }, { kind: 'any' }],
    [
      { type: 'array', items: { type: 'array', items: { type: 'double' } } },
      { kind: 'array', items: { kind: 'array', items: double } },
    ],
    [
      { type: 'map', values: { type: 'double' } },
      { kind: 'map', keys: 'string', values: double },
    ],
    [
      {
        type: 'object',
        properties: {
          a: { type: 'double', required: true },
          b: { type: 'double', required: false },
        },
      },
      {
        kind: 'object',
        unknown: 'ignore',
        fields: [
          { name: 'a', type: double, ...always },
          { name: 'b', type: double, required: false, nullable: true },
        ],
      },
    ],
  ])('reads a column %j', (column, type) => {
    expect(readInputs([{ name: 'c', ...column }]).schema).toMatchObject({
      fields: [{ name: 'c', type, ...always }],
    });
  });

  it('numbers columns without names, and spells names that are numbers', () => {
    const columns = [{ type: 'double' }, { type: 'double', optional: true }];
    expect(readInputs(columns)).toMatchObject({
      ordering: 'positional',
      schema: {
        fields: [
          { name: 0, ...always },
          { name: 1, required: false, nullable: true },
        ],
      },
    });
    const numbered = columns.map((column, name) => ({ ...column, name }));
    expect(readInputs(numbered)).toMatchObject({
      ordering: 'named',
      schema: { fields: [{ name: '0' }, { name: '1' }] },
    });
    expect(notes({ inputs: numbered })).toEqual([
      'NUMERIC_NAME /signature/inputs/0/name',
      'NUMERIC_NAME /signature/inputs/1/name',
    ]);
  });

  it.each([
    ['bool', 'boolean', false],
    ['uint16', 'uint16', false],
    ['float16', 'float16', false],
    ['str', 'string', false],
    ['str320', 'string', true],
    ['bytes', 'bytes', false],
    ['object', 'string', true],
    ['datetime64[D]', 'date', false],
    ['datetime64[ns]', 'timestamp', true],
    ['datetime64', 'timestamp', true],
  ])('reads tensors of %s as %s', (dtype, type, noted) => {
    const spec = { type: 'tensor', 'tensor-spec': { dtype, shape: [-1] } };
    expect(readInputs([spec]).schema).toEqual({
      kind: 'tensor',
      dtype: type,
      shape: [null],
    });
    expect(readInputs([{ name: 'x', ...spec }]).schema).toMatchObject({
      fields: [{ name: 'x', type: { kind: 'tensor' }, ...always }],
    });
    expect(notes({ inputs: [spec] })).toEqual(
      noted
        ? ['DTYPE_READ_AS_NEAREST /signature/inputs/0/tensor-spec/dtype']
        : [],
    );
  });

  it('keeps types that it does not know apart', () => {
    const hashes = ['complex64', 'complex128', 'complex64'].map(dtype => {
      const { schema } = readInputs([
        { type: 'tensor', 'tensor-spec': { dtype, shape: [] } },
      ]);
      return schema.kind === 'opaque' && schema.hash;
    });
    expect(hashes[0]).toMatch(/^[0-9a-f]{64}$/);
    expect(hashes[2]).toBe(hashes[0]);
    expect(hashes[1]).not.toBe(hashes[0]);
    expect(notes({ inputs: [{ name: 'a', type: 'interval' }] })).toEqual([
      'NOT_INTERPRETED /signature/inputs/0',
    ]);
    expect(notes({ inputs: [{ name: 'a', type: 'sparkml_vector' }] })).toEqual([
      'SPARK_VECTOR_READ_AS_ARRAY /signature/inputs/0/type',
    ]);
  });

  const tensor = {
    type: 'tensor',
    'tensor-spec': { dtype: 'int8', shape: [1] },
  };
  it.each([
    ['x', '/signature'],
    [{ inputs: '[' }, '/signature/inputs'],
    [{ inputs: {} }, '/signature/inputs'],
    [{ inputs: [1] }, '/signature/inputs/0'],
    [{ inputs: [{}] }, '/signature/inputs/0/type'],
    [
      { inputs: [{ name: 'a', type: 'long' }, { type: 'long' }] },
      '/signature/inputs/1',
    ],
    [{ inputs: [tensor, tensor] }, '/signature/inputs/1'],
    [
      {
        inputs: [
          { name: 'a', ...tensor },
          { name: 'b', type: 'long' },
        ],
      },
      '/signature/inputs/1',
    ],
    [
      { inputs: [1, 2].map(() => ({ name: 'a', type: 'long' })) },
      '/signature/inputs/1/name',
    ],
    [{ inputs: [{ name: true, type: 'long' }] }, '/signature/inputs/0/name'],
    [{ inputs: [{ name: '', type: 'long' }] }, '/signature/inputs/0/name'],
    [
      { inputs: [{ name: 'a', type: 'long', required: 'no' }] },
      '/signature/inputs/0/required',
    ],
    [{ inputs: [{ name: 'a', type: 'array' }] }, '/signature/inputs/0/items'],
    [{ inputs: [{ type: 'tensor' }] }, '/signature/inputs/0/tensor-spec'],
    [
      {
        inputs: [
          { type: 'tensor', 'tensor-spec': { dtype: 'int8', shape: [-2] } },
        ],
      },
      '/signature/inputs/0/tensor-spec/shape/0',
    ],
    [{ params: [{ name: 'a', type: 'long' }] }, '/signature/params/0'],
    [
      { params: [{ name: 'a', type: 'long', default: [], shape: [2] }] },
      '/signature/params/0/shape',
    ],
  ])('refuses %j', (signature, pointer) => {
    expect(() => read(signature)).toThrow(
      expect.objectContaining({ name: 'ContractFormatError', pointer }),
    );
  });
});
