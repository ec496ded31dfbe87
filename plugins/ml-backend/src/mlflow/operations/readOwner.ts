import { InputError } from '@backstage/errors';

const OWNER_TAG = 'owner';
const REF = /^(?:(group|user):)?(?:([a-z0-9_.-]+)\/)?([a-z0-9_.-]+)$/;

/**
 * The ref of the owner that tags name; a plain name is that of a group. Throws
 * InputError for what cannot be a ref.
 */
export function readOwner(
  tags: ReadonlyMap<string, string>,
): string | undefined {
  const owner = tags.get(OWNER_TAG)?.trim().toLowerCase();
  if (!owner) {
    return undefined;
  }
  const match = REF.exec(owner);
  if (!match) {
    throw new InputError(
      `tags.owner is '${owner}', which is not the ref of a group or user, such as group:default/payments`,
    );
  }
  const [, kind = 'group', namespace = 'default', name] = match;
  return `${kind}:${namespace}/${name}`;
}
