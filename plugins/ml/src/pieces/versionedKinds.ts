import { parseEntityRef } from '@backstage/catalog-model';

/** The kinds with versions, and what stands for them in paths. */
export const versionedKinds = {
  model: 'models',
  featureview: 'feature-views',
  dataset: 'datasets',
} as const;

/** One of the kinds with versions, in lower case as refs have it. */
export type VersionedKind = keyof typeof versionedKinds;

/** The kind of an entity with versions, by its full ref; undefined for others. */
export function versionedKindOf(ref: string): VersionedKind | undefined {
  const kind = parseEntityRef(ref, { defaultKind: 'model' }).kind.toLowerCase();
  return kind in versionedKinds ? (kind as VersionedKind) : undefined;
}
