import { Entity } from '@backstage/catalog-model';
import { specRef } from './specRef';

/** The entity ref of who owns an entity, from its spec; undefined when nobody is named. */
export function ownerOf(entity: Entity): string | undefined {
  return specRef(entity, 'owner', 'group');
}
