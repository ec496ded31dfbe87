import { useEntityPresentation } from '@backstage/plugin-catalog-react';

/** What people call the entity with this full ref, for use in a sentence. */
export function useTitle(ref: string): string {
  return useEntityPresentation(ref).primaryTitle;
}
