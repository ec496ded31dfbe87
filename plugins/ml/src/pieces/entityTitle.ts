import { Entity } from '@backstage/catalog-model';

/** What people call an entity. */
export function entityTitle({ metadata }: Entity): string {
  return metadata.title ?? metadata.name;
}
