import { mockServices } from '@backstage/backend-test-utils';
import { catalogServiceMock } from '@backstage/plugin-catalog-node/testUtils';
import { FeatureUsage } from './FeatureUsage';

function model(name: string, consumes: { view: string; fields?: string[] }[]) {
  return {
    apiVersion: 'understudy.dev/v1alpha1',
    kind: 'Model',
    metadata: { name, namespace: 'payments' },
    spec: {
      type: 'classifier',
      lifecycle: 'production',
      consumes: consumes.map(c => ({ ...c, mode: 'both' })),
    },
  };
}

function create(entities: ReturnType<typeof model>[]) {
  const catalog = catalogServiceMock({ entities });
  return {
    catalog,
    usage: FeatureUsage.create({ auth: mockServices.auth(), catalog }),
  };
}

describe('FeatureUsage', () => {
  it('knows nothing before it has read the catalog', () => {
    expect(
      create([]).usage.usedFields('featureview:default/a'),
    ).toBeUndefined();
  });

  it('gathers the fields of all models', async () => {
    const { usage } = create([
      model('one', [{ view: 'a', fields: ['y', 'x'] }]),
      model('two', [
        { view: 'featureview:payments/A', fields: ['x', 'z'] },
        { view: 'featureview:default/b' },
      ]),
      model('three', [{ view: 'featureview:default/b', fields: ['x'] }]),
    ]);
    await usage.refresh();
    expect(usage.usedFields('featureview:payments/a')).toEqual(['x', 'y', 'z']);
    expect(usage.usedFields('featureview:default/b')).toBe('all');
    expect(usage.usedFields('featureview:default/unused')).toEqual([]);
  });

  it('reads more models than fit on a page', async () => {
    const { usage } = create(
      Array.from({ length: 501 }, (_, i) =>
        model(`m${i}`, [{ view: 'a', fields: [`f${i}`] }]),
      ),
    );
    await usage.refresh();
    expect(usage.usedFields('featureview:payments/a')).toHaveLength(501);
  });

  it('keeps what it knew when the catalog fails', async () => {
    const { catalog, usage } = create([model('one', [{ view: 'a' }])]);
    await usage.refresh();
    jest
      .spyOn(catalog, 'queryEntities')
      .mockRejectedValue(new Error('catalog is away'));
    await expect(usage.refresh()).rejects.toThrow('catalog is away');
    expect(usage.usedFields('featureview:payments/a')).toBe('all');
  });
});
