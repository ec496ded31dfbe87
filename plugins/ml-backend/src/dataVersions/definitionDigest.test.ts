import { FeatureViewDefinition } from '@understudy/plugin-ml-common';
import { definitionDigest } from './definitionDigest';

const definition: FeatureViewDefinition = {
  fields: [{ name: 'amount', type: 'double', unit: 'EUR' }, { name: 'count' }],
  entities: [{ name: 'card', type: 'string' }, { name: 'shop' }],
  ttl: 'P7D',
  sources: ['dataset:default/tx', 'dataset:default/cards'],
  transformation: `sha256:${'a'.repeat(64)}`,
};

describe('definitionDigest', () => {
  it('is the same for the same definition', () => {
    const { fields, entities, sources } = definition;
    const documented: FeatureViewDefinition = {
      ...definition,
      fields: fields
        .map(field => ({ ...field, description: 'Documented' }))
        .reverse(),
      entities: [...entities].reverse(),
      sources: [...sources, ...sources].reverse(),
    };
    expect(definitionDigest(documented)).toBe(definitionDigest(definition));
    expect(definitionDigest(definition)).toMatch(/^sha256:[0-9a-f]{64}$/);
  });

  it.each<[string, Partial<FeatureViewDefinition>]>([
    ['fields', { fields: definition.fields.slice(1) }],
    [
      'types',
      {
        fields: [
          { name: 'amount', type: 'float', unit: 'EUR' },
          { name: 'count' },
        ],
      },
    ],
    [
      'units',
      {
        fields: [
          { name: 'amount', type: 'double', unit: 'USD' },
          { name: 'count' },
        ],
      },
    ],
    ['entities', { entities: [] }],
    ['ttl', { ttl: 'P8D' }],
    ['sources', { sources: [] }],
    ['transformation', { transformation: undefined }],
  ])('changes with the %s', (_, change) => {
    expect(definitionDigest({ ...definition, ...change })).not.toBe(
      definitionDigest(definition),
    );
  });
});
