import { JsonValue } from '@backstage/types';
import { CatalogProcessorResult } from '@backstage/plugin-catalog-node';
import { EmitFeaturesMode } from '@understudy/plugin-ml-common';
import { FeatureProjectionProcessor } from './FeatureProjectionProcessor';
import { UsedFields } from './FeatureUsage';

const view = {
  apiVersion: 'understudy.dev/v1alpha1',
  kind: 'FeatureView',
  metadata: { name: 'a' },
  spec: {
    type: 'batch',
    lifecycle: 'production',
    fields: [{ name: 'x' }, { name: 'y' }],
  },
};

function memoryCache() {
  const values = new Map<string, JsonValue>();
  return {
    async get<T extends JsonValue>(key: string) {
      return values.get(key) as T | undefined;
    },
    async set(key: string, value: JsonValue) {
      values.set(key, value);
    },
  };
}

async function emitted(options: {
  mode: EmitFeaturesMode;
  used?: UsedFields;
  entity?: typeof view;
  cache?: ReturnType<typeof memoryCache>;
}): Promise<string[]> {
  const results: CatalogProcessorResult[] = [];
  const processor = new FeatureProjectionProcessor({
    mode: options.mode,
    usage: { usedFields: () => options.used },
  });
  await processor.postProcessEntity(
    options.entity ?? view,
    { type: 'url', target: 'https://example.com/a.yaml' },
    result => results.push(result),
    options.cache ?? memoryCache(),
  );
  return results.map(result =>
    result.type === 'entity' ? result.entity.metadata.name : result.type,
  );
}

describe('FeatureProjectionProcessor', () => {
  it('emits all, none or the used fields', async () => {
    expect(await emitted({ mode: 'all' })).toEqual(['a.x', 'a.y']);
    expect(await emitted({ mode: 'none', used: 'all' })).toEqual([]);
    expect(await emitted({ mode: 'used', used: ['y'] })).toEqual(['a.y']);
    expect(await emitted({ mode: 'used', used: 'all' })).toEqual([
      'a.x',
      'a.y',
    ]);
  });

  it('lets a view decide for itself', async () => {
    const entity = { ...view, spec: { ...view.spec, emitFeatures: 'none' } };
    expect(await emitted({ mode: 'all', entity })).toEqual([]);
  });

  it('keeps to what was used before while the usage is not known yet', async () => {
    const cache = memoryCache();
    expect(await emitted({ mode: 'used', cache })).toEqual([]);
    expect(await emitted({ mode: 'used', used: ['x'], cache })).toEqual([
      'a.x',
    ]);
    expect(await emitted({ mode: 'used', cache })).toEqual(['a.x']);
    expect(await emitted({ mode: 'used', used: [], cache })).toEqual([]);
  });

  it('leaves other kinds alone', async () => {
    expect(
      await emitted({ mode: 'all', entity: { ...view, kind: 'Dataset' } }),
    ).toEqual([]);
  });
});
