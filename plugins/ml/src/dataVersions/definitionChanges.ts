import { FeatureViewDefinition } from '@understudy/plugin-ml-common';

/** One thing that is not the same in two versions. */
export interface DefinitionChange {
  /** Which part of the definition it is of. */
  part: 'field' | 'entity' | 'source' | 'ttl' | 'transformation';
  name: string;
  kind: 'added' | 'removed' | 'changed';
  /** What is said of it; empty where its name is all there is to say. */
  before?: string;
  after?: string;
}

/**
 * What the later of two definitions has differently: what was removed first,
 * as it is what breaks readers, then what changed and what was added.
 */
export function definitionChanges(
  before: FeatureViewDefinition,
  after: FeatureViewDefinition,
): DefinitionChange[] {
  const changes = [
    ...partChanges('field', before.fields, after.fields),
    ...partChanges('entity', before.entities, after.entities),
    ...partChanges('source', named(before.sources), named(after.sources)),
    ...partChanges('ttl', stated('ttl', before), stated('ttl', after)),
    ...partChanges(
      'transformation',
      stated('transformation', before),
      stated('transformation', after),
    ),
  ];
  return (['removed', 'changed', 'added'] as const).flatMap(kind =>
    changes.filter(change => change.kind === kind),
  );
}

interface Described {
  name: string;
  type?: string;
  unit?: string;
}

function partChanges(
  part: DefinitionChange['part'],
  before: Described[],
  after: Described[],
): DefinitionChange[] {
  const earlier = new Map(before.map(each => [each.name, textOf(each)]));
  const later = new Map(after.map(each => [each.name, textOf(each)]));
  return [
    ...[...earlier]
      .filter(([name]) => !later.has(name))
      .map(([name, text]) => ({
        part,
        name,
        kind: 'removed' as const,
        before: text,
      })),
    ...[...later].flatMap(([name, text]): DefinitionChange[] => {
      const old = earlier.get(name);
      if (old === undefined) {
        return [{ part, name, kind: 'added', after: text }];
      }
      return old === text
        ? []
        : [{ part, name, kind: 'changed', before: old, after: text }];
    }),
  ];
}

function textOf({ type, unit }: Described): string {
  return [type, unit].filter(Boolean).join(' · ');
}

function named(names: string[]): Described[] {
  return names.map(name => ({ name }));
}

/** A part of which there is at most one, under its own name. */
function stated(
  part: 'ttl' | 'transformation',
  definition: FeatureViewDefinition,
): Described[] {
  const value = definition[part];
  return value === undefined ? [] : [{ name: part, type: value }];
}
