import { canonicalJson } from '@understudy/contracts';
import { FeatureViewDefinition } from '@understudy/plugin-ml-common';
import { createHash } from 'node:crypto';

/**
 * A definition in its one form: lists in the order of their names, nothing
 * that is not part of it.
 */
export function canonicalDefinition(
  definition: FeatureViewDefinition,
): FeatureViewDefinition {
  const { fields, entities, ttl, sources, transformation } = definition;
  return {
    fields: fields
      .map(({ name, type, unit }) => ({
        name,
        ...(type === undefined ? {} : { type }),
        ...(unit === undefined ? {} : { unit }),
      }))
      .sort(byName),
    entities: entities
      .map(({ name, type }) => ({
        name,
        ...(type === undefined ? {} : { type }),
      }))
      .sort(byName),
    ...(ttl === undefined ? {} : { ttl }),
    sources: [...new Set(sources)].sort(),
    ...(transformation === undefined ? {} : { transformation }),
  };
}

/** The digest of a definition: the same for the same, however it is written. */
export function definitionDigest(definition: FeatureViewDefinition): string {
  const text = canonicalJson(canonicalDefinition(definition));
  return `sha256:${createHash('sha256').update(text).digest('hex')}`;
}

/** By code unit: the same on every machine, unlike a locale's order. */
function byName(a: { name: string }, b: { name: string }): number {
  if (a.name === b.name) {
    return 0;
  }
  return a.name < b.name ? -1 : 1;
}
