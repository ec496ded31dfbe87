import { parseEntityRef, stringifyEntityRef } from '@backstage/catalog-model';
import {
  FeatureViewDefinition,
  FeatureViewEntity,
} from '@understudy/plugin-ml-common';
import { canonicalDefinition } from './definitionDigest';

/** What an entity says of the present definition of a feature view. */
export interface DeclaredDefinition {
  /** The label it gives it; absent where it does not count its versions. */
  label?: string;
  description?: string;
  definition: FeatureViewDefinition;
}

/**
 * The definition that a feature view declares in the catalog, or undefined
 * when it declares no fields: then nothing is known of how it is computed. Its
 * label is that of the last version that is live.
 */
export function declaredDefinition({
  metadata,
  spec,
}: FeatureViewEntity): DeclaredDefinition | undefined {
  const { fields = [], joinKeys = [], derivedFrom = [], ttl } = spec;
  if (fields.length === 0) {
    return undefined;
  }
  const live = spec.versions?.filter(({ state }) => state === 'live').at(-1);
  return {
    ...(live
      ? {
          label: live.label,
          ...(live.description ? { description: live.description } : {}),
        }
      : {}),
    definition: canonicalDefinition({
      fields,
      entities: joinKeys,
      ttl,
      sources: derivedFrom.map(ref =>
        stringifyEntityRef(
          parseEntityRef(ref, {
            defaultKind: 'dataset',
            defaultNamespace: metadata.namespace ?? 'default',
          }),
        ),
      ),
    }),
  };
}
