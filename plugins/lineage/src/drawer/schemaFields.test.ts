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
      { name: 'id', path: 'id', type: 'uuid', depth: 0 },
      { name: 'card', path: 'card', depth: 0 },
      { name: 'country', path: 'card.country', description: 'ISO', depth: 1 },
    ]);
  });

  it.each([undefined, {}, { fields: 'all' }, { fields: [7, null, { x: 1 }] }])(
    'finds none in %p',
    value => {
      expect(schemaFields(value)).toEqual([]);
    },
  );
});
