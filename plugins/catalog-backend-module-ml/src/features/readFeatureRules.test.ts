import { ConfigReader } from '@backstage/config';
import { readFeatureRules } from './readFeatureRules';

function read(catalog: object) {
  return readFeatureRules(new ConfigReader({ catalog: { ...catalog } }));
}

describe('readFeatureRules', () => {
  it.each([
    [{ rules: [{ allow: ['FeatureView', 'Feature'] }] }],
    [{ rules: [{ allow: ['FeatureView'] }, { allow: ['feature'] }] }],
    [{ rules: [{ allow: [{ kind: 'Feature' }] }] }],
  ])('lets features through: %j', catalog => {
    expect(read(catalog)).toEqual({ allowed: true });
  });

  it.each([
    [{ rules: [{ allow: ['FeatureView'] }] }],
    [
      {
        rules: [
          { allow: ['FeatureView', { kind: 'Feature', 'spec.type': 'x' }] },
        ],
      },
    ],
    [
      {
        rules: [
          { allow: ['FeatureView', 'Feature'], locations: [{ type: 'url' }] },
        ],
      },
    ],
    [{ locations: [{ rules: [{ allow: ['FeatureView'] }] }] }],
  ])('says which line to add: %j', catalog => {
    expect(read(catalog)).toEqual({
      allowed: false,
      advice: expect.stringContaining('- allow: [Feature]'),
    });
  });

  it.each([[{}], [{ rules: [{ allow: ['Model'] }] }]])(
    'has nothing to say where views are not allowed either: %j',
    catalog => {
      expect(read(catalog)).toEqual({ allowed: false });
    },
  );
});
