import { DefaultCatalogGraphApi } from '@backstage/plugin-catalog-graph';
import { mlGraphRelations } from '@understudy/plugin-ml-common';
import { withMlRelations } from './withMlRelations';

describe('withMlRelations', () => {
  const api = new DefaultCatalogGraphApi(withMlRelations());

  it('knows every relation of ours and keeps those of the platform', () => {
    expect(api.knownRelations).toEqual(
      expect.arrayContaining([...mlGraphRelations.relations, 'dependsOn']),
    );
  });

  it('names no relation and no pair twice', () => {
    const pairs = api.knownRelationPairs.map(pair => pair.join());
    expect(new Set(pairs).size).toBe(pairs.length);
    expect(new Set(api.knownRelations).size).toBe(api.knownRelations.length);
  });

  it('draws what a model is made of, but not who stewards it', () => {
    expect(api.defaultRelations).toContain('trainedOn');
    expect(api.defaultRelations).not.toContain('stewardedBy');
  });
});
