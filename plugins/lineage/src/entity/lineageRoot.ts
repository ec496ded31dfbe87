import {
  Entity,
  parseEntityRef,
  RELATION_PART_OF,
  stringifyEntityRef,
} from '@backstage/catalog-model';

const FEATURE = 'feature';
const FEATURE_VIEW = 'featureview';

/**
 * Whose lineage an entity shows: its own. A feature is computed together with
 * the others of its view, so it shows that of the view.
 */
export function lineageRoot(entity: Entity): string {
  const own = stringifyEntityRef(entity);
  if (entity.kind.toLocaleLowerCase('en-US') !== FEATURE) {
    return own;
  }
  const view = entity.relations?.find(
    ({ type, targetRef }) =>
      type === RELATION_PART_OF &&
      parseEntityRef(targetRef).kind.toLocaleLowerCase('en-US') ===
        FEATURE_VIEW,
  );
  return view?.targetRef ?? own;
}
