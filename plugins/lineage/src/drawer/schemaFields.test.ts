import { schemaFields } from './schemaFields';

describe('schemaFields', () => {
  it('lists fields and what is inside of them', () => {
    expect(
      schemaFields({
        fields: [
          { name: 'id', type: 'uuid' },
          { name: 'card', fields: [{ name: 'country', description: 'ISO' }] },
        ],
      }),
    ).toEqual([
      { name: 'id', type: 'uuid', description: undefined, depth: 0 },
      { name: 'card', type: undefined, description: undefined, depth: 0 },
      { name: 'country', type: undefined, description: 'ISO', depth: 1 },
    ]);
  });

  it.each([undefined, {}, { fields: 'all' }, { fields: [7, null, { x: 1 }] }])(
    'finds none in %p',
    value => {
      expect(schemaFields(value)).toEqual([]);
    },
  );
});
