import { exportOipMetadata } from './exportOipMetadata';
import { importOipMetadata } from './importOipMetadata';

const metadata = {
  name: 'fraud-score',
  platform: 'onnxruntime_onnx',
  inputs: [
    { name: 'features', datatype: 'FP32', shape: [-1, 30] },
    { name: 'text', datatype: 'BYTES', shape: [1] },
  ],
  outputs: [{ name: 'score', datatype: 'FP64', shape: [-1, 1] }],
};

describe('importOipMetadata', () => {
  it('reads what a server answers', () => {
    const { contract, lossy } = importOipMetadata(metadata);
    expect(lossy).toEqual([]);
    expect(contract).toMatchObject({
      metadata: {
        name: 'fraud-score',
        status: 'draft',
        source: { type: 'oip', uri: '/v2/models/fraud-score' },
      },
      spec: {
        subject: 'model:default/fraud-score',
        protocol: { name: 'oip-v2-http', flavors: ['onnxruntime_onnx'] },
        compatibility: { profile: 'oip' },
      },
    });
    expect(contract.spec.ports).toEqual([
      {
        name: 'inputs',
        direction: 'in',
        ordering: 'named',
        schema: {
          kind: 'object',
          unknown: 'unspecified',
          fields: [
            {
              name: 'features',
              type: { kind: 'tensor', dtype: 'float32', shape: [null, 30] },
              required: true,
              nullable: false,
            },
            {
              name: 'text',
              type: { kind: 'tensor', dtype: 'bytes', shape: [1] },
              required: true,
              nullable: false,
            },
          ],
        },
      },
      expect.objectContaining({ name: 'outputs', direction: 'out' }),
    ]);
    expect(exportOipMetadata(contract)).toEqual({ metadata, lossy: [] });
  });

  it('notes what it cannot hold or understand', () => {
    const { contract, lossy } = importOipMetadata(
      {
        name: 'm',
        versions: ['1'],
        inputs: [
          { name: 'a', datatype: 'TYPE_FP16', shape: ['2', -2, 'n'] },
          { name: 'b', datatype: 'FP4', shape: [1], parameters: { x: 1 } },
          { name: 'c', datatype: 'BOOL' },
          { name: 'c', datatype: 'BOOL', shape: [] },
        ],
      },
      {
        name: 'x',
        subject: 'model:a/b',
        version: '2.0.0',
        owner: 'group:default/o',
      },
    );
    expect(contract).toMatchObject({
      metadata: { name: 'x', version: '2.0.0', owner: 'group:default/o' },
      spec: {
        subject: 'model:a/b',
        protocol: { name: 'oip-v2-http' },
        ports: [
          {
            schema: {
              fields: [
                { type: { dtype: 'float16', shape: [2, null, null] } },
                { type: { kind: 'opaque', format: 'oip' } },
                { type: { shape: null } },
              ],
            },
          },
        ],
      },
    });
    expect(lossy.map(({ pointer, code }) => `${pointer} ${code}`)).toEqual([
      '/versions NOT_HELD',
      '/inputs/0/shape/1 SIZE_NOT_UNDERSTOOD',
      '/inputs/0/shape/2 SIZE_NOT_UNDERSTOOD',
      '/inputs/1/parameters NOT_HELD',
      '/inputs/1/datatype NOT_INTERPRETED',
      '/inputs/2 SHAPE_MISSING',
      '/inputs/3 DUPLICATE_NAME',
    ]);
  });

  it.each([
    [[], 'This has to be an object'],
    [{}, '/name: This has to be text'],
    [{ name: 'm', inputs: {} }, '/inputs: This has to be an array'],
    [
      { name: 'm', outputs: [{ name: 'a', shape: [1] }] },
      '/outputs/0/datatype: This has to be text',
    ],
    [
      { name: 'm', outputs: [{ name: '', datatype: 'BOOL', shape: [1] }] },
      'The name is empty',
    ],
  ])('refuses %j', (input, message) => {
    expect(() => importOipMetadata(input)).toThrow(message);
  });
});
