import { stringifyEntityRef } from '@backstage/catalog-model';

const PART = '[A-Za-z0-9](?:[A-Za-z0-9_.-]*[A-Za-z0-9])?';
const ref = new RegExp(
  `^(?:(group|user|team):)?(?:(${PART})/)?(${PART})$`,
  'i',
);
const MAX_PART_LENGTH = 63;

/**
 * Groups and users that names in an ownership facet may mean, in their order:
 * senders write entity refs, `team:<name>`, or what people call a team. Whether
 * there are such is for the catalog to say.
 */
export function ownerCandidates(names: readonly string[]): string[] {
  const candidates = names.flatMap(name => {
    const [, kind = 'group', namespace = 'default', part] =
      ref.exec(name.trim().replace(/\s+/g, '-')) ?? [];
    return part === undefined ||
      part.length > MAX_PART_LENGTH ||
      namespace.length > MAX_PART_LENGTH
      ? []
      : [
          stringifyEntityRef({
            kind: kind.toLowerCase() === 'team' ? 'group' : kind,
            namespace,
            name: part,
          }),
        ];
  });
  return [...new Set(candidates)];
}
