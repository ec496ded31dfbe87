import { Entity, parseEntityRef } from '@backstage/catalog-model';

// A view may have five hundred, and a team owns those of all its views. They
// have a list of their own and would bury everything else.
const TOO_MANY = ['feature'];

/** The kinds of what an entity is related to, without those that are too many. */
export function kindsToDraw(entity: Entity): string[] {
  const kinds = (entity.relations ?? []).map(({ targetRef }) =>
    parseEntityRef(targetRef).kind.toLowerCase(),
  );
  return [...new Set(kinds)].filter(kind => !TOO_MANY.includes(kind)).sort();
}
