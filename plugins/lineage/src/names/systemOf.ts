import { Entity } from '@backstage/catalog-model';
import { specRef } from './specRef';

/** The entity ref of the system that an entity is part of, from its spec; undefined when it names none. */
export function systemOf(entity: Entity): string | undefined {
  return specRef(entity, 'system', 'system');
}
