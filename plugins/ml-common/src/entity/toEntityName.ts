import { sha256 } from '@noble/hashes/sha2';
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils';

const MAX_LENGTH = 63;
const STEM_LENGTH = 54;
const HASH_LENGTH = 8;

/**
 * Turns the name something has elsewhere - in a registry, or as a field of a
 * feature view - into a name the catalog accepts. A name that is already fine
 * stays as it is; any other is cleaned and gets a hash of the original, so that
 * two originals never share a name by being cleaned alike. Keep the original
 * in `metadata.title`.
 *
 * For a list of names that end up in one namespace use {@link toEntityNames},
 * which also keeps names apart that differ in case only.
 *
 * @public
 */
export function toEntityName(original: string): string {
  const cleaned = clean(original);
  return cleaned === original &&
    cleaned.length > 0 &&
    cleaned.length <= MAX_LENGTH
    ? cleaned
    : hashedName(original, original);
}

/**
 * Maps a list of original names to entity names, in order, each of them
 * different from the others in the eyes of the catalog, which ignores case. Of
 * names that clash the first keeps the plain form. Equal originals get equal
 * names.
 *
 * @public
 */
export function toEntityNames(originals: string[]): string[] {
  const nameOf = createEntityNamer();
  return originals.map(original => nameOf(original));
}

/**
 * Gives names one after the other as {@link toEntityNames} does for a list,
 * where the originals are not known all at once.
 *
 * @public
 */
export function createEntityNamer(): (original: string) => string {
  const nameOf = createDistinctNamer();
  return original => nameOf({ text: original, identity: original });
}

/**
 * {@link toEntityNames} for originals that their text alone does not identify.
 * Where `identity` is another text than `text`, the name gets the hash of the
 * identity even if the text would do.
 */
export function toDistinctNames(
  originals: { text: string; identity: string }[],
): string[] {
  const nameOf = createDistinctNamer();
  return originals.map(original => nameOf(original));
}

function createDistinctNamer() {
  const byIdentity = new Map<string, string>();
  const taken = new Set<string>();
  return ({ text, identity }: { text: string; identity: string }): string => {
    const known = byIdentity.get(identity);
    if (known !== undefined) {
      return known;
    }
    let name =
      identity === text ? toEntityName(text) : hashedName(text, identity);
    // The second round gives the hash of a clashing plain name. More are only
    // needed when somebody picked a name that looks like another one's hash.
    for (let round = 0; taken.has(name.toLowerCase()); round++) {
      name = hashedName(text, round === 0 ? identity : `${identity}#${round}`);
    }
    byIdentity.set(identity, name);
    taken.add(name.toLowerCase());
    return name;
  };
}

function clean(original: string): string {
  return original
    .replace(/[^A-Za-z0-9_.-]/gu, '-')
    .replace(/^[^A-Za-z0-9]+/, '')
    .replace(/[^A-Za-z0-9]+$/, '');
}

function hashedName(original: string, hashed: string): string {
  const hash = bytesToHex(sha256(utf8ToBytes(hashed))).slice(0, HASH_LENGTH);
  const stem = clean(original).slice(0, STEM_LENGTH);
  return stem ? `${stem}-${hash}` : hash;
}
