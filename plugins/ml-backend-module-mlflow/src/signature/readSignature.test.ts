import { readSignature } from './readSignature';

describe('readSignature', () => {
  it('reads columns and tensors', () => {
    const text = `
artifact_path: model
signature:
  inputs: '[{"type": "double", "name": "amount", "required": true}, {"type":
    "string", "name": "country", "required": false}]'
  outputs: '[{"type": "tensor", "tensor-spec": {"dtype": "int64", "shape": [-1, 3]}}]'
  params: null
`;
    expect(readSignature(text)).toEqual({
      inputs: [
        { name: 'amount', type: 'double', required: true },
        { name: 'country', type: 'string', required: false },
      ],
      outputs: [
        { name: 'output', type: 'tensor<int64>[-1, 3]', required: true },
      ],
    });
  });

  it('reads nested types and tells unnamed outputs apart', () => {
    const outputs = JSON.stringify([
      { type: 'array', items: { type: 'array', items: { type: 'double' } } },
      { type: 'map', values: { type: 'object', properties: {} } },
    ]);
    expect(readSignature(`signature:\n  outputs: '${outputs}'`)).toEqual({
      inputs: [],
      outputs: [
        { name: 'output 1', type: 'array<array<double>>', required: true },
        { name: 'output 2', type: 'map<object>', required: true },
      ],
    });
  });

  it.each(['flavors: {}', 'signature: null', ''])('finds none in %j', text => {
    expect(readSignature(text)).toBeUndefined();
  });

  it.each([
    ['{ not: [yaml', /./],
    [`signature:\n  inputs: '[{'`, /JSON/],
    [
      `signature:\n  inputs: '{}'`,
      'the inputs of the signature are not a list',
    ],
    [' '.repeat(1_000_001), 'the MLmodel file has 1000001 characters'],
  ])('refuses what MLflow does not write', (text, message) => {
    expect(() => readSignature(text)).toThrow(message);
  });
});
