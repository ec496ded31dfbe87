import { parseEntityRef, stringifyEntityRef } from '@backstage/catalog-model';
import { ModelVersion } from '@understudy/plugin-ml-common';

/** Where versions carry the caller that the portal knows. */
const CHECKED_SOURCES = ['portal', 'rest'];
/** What could be the name of a user; other texts name nobody. */
const LOGIN = /^[A-Za-z0-9][A-Za-z0-9._-]{0,62}$/;

/** Who wrote a version, as far as the portal can tell. */
export interface VersionAuthor {
  /**
   * `known`: the portal told the person apart when they registered it.
   * `claimed`: somebody says so, and nobody has checked it.
   */
  basis: 'known' | 'claimed' | 'unknown';
  /** Entity ref of the user, where one is named. */
  user?: string;
  /** The name as it was given. */
  name?: string;
}

/**
 * Who wrote a version. A registry server or a file says it without proof, and
 * a service speaks for somebody else: these are claims. Pure.
 */
export function versionAuthor(
  version: Pick<
    ModelVersion,
    'claimedAuthor' | 'createdBy' | 'registeredBy' | 'source'
  >,
): VersionAuthor {
  const { claimedAuthor, createdBy, registeredBy, source } = version;
  const checked =
    registeredBy ??
    (CHECKED_SOURCES.includes(source.type) ? createdBy : undefined);
  if (checked?.startsWith('user:')) {
    return { basis: 'known', user: checked, name: checked };
  }
  const name = claimedAuthor ?? (checked ? undefined : createdBy);
  if (name === undefined) {
    return { basis: 'unknown' };
  }
  const user = userOf(name);
  return { basis: 'claimed', name, ...(user ? { user } : {}) };
}

function userOf(name: string): string | undefined {
  if (!name.startsWith('user:')) {
    return LOGIN.test(name)
      ? stringifyEntityRef({ kind: 'user', name })
      : undefined;
  }
  try {
    return stringifyEntityRef(parseEntityRef(name));
  } catch {
    // A claim that is no ref names nobody; it stays a claim.
    return undefined;
  }
}

/** What is not certain about the author, in one sentence. */
export function authorDoubt(author: VersionAuthor): string | undefined {
  switch (author.basis) {
    case 'known':
      return undefined;
    case 'claimed':
      return `'${author.name}' is said to have written this version, and nobody has checked it`;
    default:
      return 'It is not known who wrote this version';
  }
}
