import { buildFeatureView } from '../__testUtils__/dataBuilders';
import { featureRefs } from './featureRefs';

describe('featureRefs', () => {
  it('finds the features of fields, also where their names were changed', () => {
    const view = buildFeatureView({
      fields: [{ name: 'Age' }, { name: 'age' }, { name: 'Betrag (EUR)' }],
    });
    const refs = featureRefs(view);
    expect(refs.get('Age')).toBe('feature:default/card-velocity.age');
    expect(refs.get('age')).toMatch(/card-velocity\.age-[0-9a-f]{8}$/);
    expect(refs.get('Betrag (EUR)')).toMatch(
      /card-velocity\.betrag--eur-[0-9a-f]{8}$/,
    );
  });

  it('finds none that the catalog does not have', () => {
    expect(featureRefs(buildFeatureView({}, { features: false })).size).toBe(0);
  });

  it('keeps to the names that the other fields lead to', () => {
    const view = buildFeatureView({
      fields: [{ name: 'Age' }, { name: 'age' }],
    });
    view.relations = view.relations?.filter(
      ({ targetRef }) => targetRef !== 'feature:default/card-velocity.age',
    );
    expect([...featureRefs(view).keys()]).toEqual(['age']);
  });
});
