import { signatureContract } from './signatureContract';

const typeOf = (type: string) => {
  const { spec } = signatureContract(
    { inputs: [{ name: 'x', type, required: true }], outputs: [] },
    { subject: 'model:default/a', name: 'a' },
  );
  const { schema } = spec.ports[0];
  return schema.kind === 'object' ? schema.fields[0].type : undefined;
};

describe('signatureContract', () => {
  it.each([
    ['double', { kind: 'scalar', type: 'float64' }],
    [
      'tensor<int64>[-1, 3]',
      { kind: 'tensor', dtype: 'int64', shape: [null, 3] },
    ],
    [
      'array<array<string>>',
      {
        kind: 'array',
        items: { kind: 'array', items: { kind: 'scalar', type: 'string' } },
      },
    ],
  ])('reads %s', (text, type) => {
    expect(typeOf(text)).toMatchObject(type);
  });

  it.each(['object', 'map<object>', 'number', 'tensor<nothing>[2]', ''])(
    'compares %j only with itself',
    text => {
      expect(typeOf(text)).toEqual(typeOf(text));
      expect(typeOf(text)).toMatchObject({ kind: 'opaque' });
      expect(typeOf(text)).not.toEqual(typeOf(`${text}x`));
    },
  );

  it('keeps the first of fields with one name', () => {
    const { spec } = signatureContract(
      {
        inputs: [],
        outputs: ['double', 'long'].map(type => ({
          name: 'y',
          type,
          required: false,
        })),
      },
      { subject: 'model:default/a', name: 'a', owner: 'group:default/b' },
    );
    expect(spec.ports).toMatchObject([
      { name: 'outputs', schema: { fields: [{ nullable: true }] } },
    ]);
  });
});
