import { FeatureViewEntity } from '@understudy/plugin-ml-common';
import { projectFeatures } from './projectFeatures';

const view: FeatureViewEntity = {
  apiVersion: 'understudy.dev/v1alpha1',
  kind: 'FeatureView',
  metadata: {
    name: 'card-activity',
    namespace: 'payments',
    annotations: {
      'backstage.io/edit-url': 'https://example.com/edit',
      'backstage.io/managed-by-location': 'url:https://example.com',
    },
  },
  spec: {
    type: 'batch',
    lifecycle: 'production',
    owner: 'feature-platform',
    fields: [
      { name: 'Age', type: 'int64', unit: 'years', personalData: ['indirect'] },
      { name: 'age', owner: 'data-platform', tags: ['old'] },
      { name: 'risk score', deprecated: { reason: 'Wrong' } },
    ],
  },
};

describe('projectFeatures', () => {
  it('makes one feature of every field', () => {
    const features = projectFeatures(view, () => true);
    expect(features.map(f => f.metadata.title)).toEqual([
      'Age',
      'age',
      'risk score',
    ]);
    expect(features[0]).toEqual({
      apiVersion: 'understudy.dev/v1alpha1',
      kind: 'Feature',
      metadata: {
        namespace: 'payments',
        name: 'card-activity.Age',
        title: 'Age',
        annotations: { 'backstage.io/edit-url': 'https://example.com/edit' },
      },
      spec: {
        view: 'featureview:payments/card-activity',
        field: 'Age',
        type: 'int64',
        lifecycle: 'production',
        owner: 'feature-platform',
        unit: 'years',
        personalData: ['indirect'],
      },
    });
  });

  it('prefers what the field says over what the view says', () => {
    const [, age, riskScore] = projectFeatures(view, () => true);
    expect(age.spec.owner).toBe('data-platform');
    expect(age.spec.type).toBe('unknown');
    expect(age.metadata.tags).toEqual(['old']);
    expect(riskScore.spec.lifecycle).toBe('deprecated');
  });

  it('keeps names apart, whichever features are wanted', () => {
    const all = projectFeatures(view, () => true).map(f => f.metadata.name);
    expect(all[1]).toMatch(/^card-activity\.age-[0-9a-f]{8}$/);
    expect(
      projectFeatures(view, field => field === 'age').map(f => f.metadata.name),
    ).toEqual([all[1]]);
  });

  it('lets fields of two views live that come to one name', () => {
    const nested = projectFeatures(
      {
        ...view,
        metadata: { name: 'card' },
        spec: { ...view.spec, fields: [{ name: 'activity.count' }] },
      },
      () => true,
    );
    const flat = projectFeatures(
      {
        ...view,
        metadata: { name: 'card.activity' },
        spec: { ...view.spec, fields: [{ name: 'count' }] },
      },
      () => true,
    );
    expect(nested.map(f => f.metadata.name)).toEqual(['card.activity.count']);
    expect(flat.map(f => f.metadata.name)).toEqual([
      expect.stringMatching(/^card\.activity\.count-[0-9a-f]{8}$/),
    ]);
    expect(nested[0].metadata.title).toBe('activity.count');
  });
});
