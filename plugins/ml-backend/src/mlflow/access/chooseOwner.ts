import { InputError } from '@backstage/errors';

/**
 * The owner of a model that a person registers anew: the one they ask for, if
 * it is theirs; else their only group; else themselves. Throws InputError.
 *
 * @param mine - refs of the person and of their groups.
 */
export function chooseOwner(
  wanted: string | undefined,
  mine: readonly string[],
  person: string,
): string {
  if (wanted !== undefined) {
    if (!mine.includes(wanted)) {
      throw new InputError(
        `tags.owner is '${wanted}', which is none of your groups: ${mine.filter(ref => ref !== person).join(', ') || 'you have none'}`,
      );
    }
    return wanted;
  }
  const groups = mine.filter(ref => ref.startsWith('group:'));
  return groups.length === 1 ? groups[0] : person;
}
