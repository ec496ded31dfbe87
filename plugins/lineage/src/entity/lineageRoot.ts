import {
  Entity,
  parseEntityRef,
  RELATION_PART_OF,
  stringifyEntityRef,
} from '@backstage/catalog-model';

const FEATURE = 'feature';
const FEATURE_VIEW = 'featureview';

/** Whose lineage an entity shows. */
export interface LineageRoot {
  root: string;
  /** The field of the root that the entity is. */
  field?: string;
}

/**
 * Whose lineage an entity shows: its own. A feature is a field of its view and
 * computed together with the others, so it shows that of the view.
 */
export function lineageRoot(entity: Entity): LineageRoot {
  const own = stringifyEntityRef(entity);
  if (!isKind(entity.kind, FEATURE)) {
    return { root: own };
  }
  const view = entity.relations?.find(
    ({ type, targetRef }) =>
      type === RELATION_PART_OF &&
      isKind(parseEntityRef(targetRef).kind, FEATURE_VIEW),
  );
  const field = entity.spec?.field;
  return view
    ? {
        root: view.targetRef,
        ...(typeof field === 'string' && field !== '' && { field }),
      }
    : { root: own };
}

function isKind(kind: string, expected: string): boolean {
  return kind.toLocaleLowerCase('en-US') === expected;
}
