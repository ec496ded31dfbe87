import {
  compileCatalogModel,
  defaultCatalogEntityModel,
} from '@backstage/catalog-model/alpha';
import { mlCatalogModelLayer } from './alpha';
import { mlAnnotations } from './annotations';
import { mlKinds } from './entity/kinds';
import { mlRelationPairs } from './relations';

const model = compileCatalogModel([
  defaultCatalogEntityModel,
  mlCatalogModelLayer,
]);

describe('mlCatalogModelLayer', () => {
  it('compiles with the kinds of the platform', () => {
    const kinds = model.listKinds().map(k => k.names.kind);
    expect(kinds).toEqual(expect.arrayContaining(['Component', ...mlKinds]));
  });

  it('connects the kinds in both directions', () => {
    for (const pair of mlRelationPairs) {
      for (const from of pair.from) {
        const relation = model
          .getRelations({ kind: from })
          ?.find(r => r.forward.type === pair.forward.type);
        expect({ from, relation }).toEqual({
          from,
          relation: expect.objectContaining({
            toKind: expect.arrayContaining(pair.to),
            reverse: pair.reverse,
          }),
        });
      }
    }
  });

  it('leaves the ownership of the platform’s own kinds alone', () => {
    const ownedBy = model
      .getRelations({ kind: 'Component' })
      ?.find(r => r.forward.type === 'ownedBy');
    expect(ownedBy?.toKind).toEqual(['Group', 'User']);
    expect(ownedBy?.forward.title).toBe('owned by');
  });

  it('describes our annotations', () => {
    const names = model.getMetadata().annotations.map(a => a.name);
    expect(names).toEqual(
      expect.arrayContaining(mlAnnotations.map(a => a.name)),
    );
  });
});
