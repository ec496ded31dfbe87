import { hash } from 'node:crypto';

const MAX_LENGTH = 63;
const STEM_LENGTH = 54;
const HASH_LENGTH = 8;

/**
 * Gives names that the catalog accepts, one after the other, each of them
 * different from the others in its eyes, which ignore case. A name that is fine
 * stays as it is; any other is cleaned and gets a hash of the original. Of names
 * that clash, the first keeps its form.
 */
export function createEntityNamer(): (original: {
  namespace: string;
  name: string;
}) => string {
  const taken = new Set<string>();
  return ({ namespace, name }) => {
    let given = toEntityName(name);
    for (let round = 0; taken.has(given.toLowerCase()); round++) {
      given = hashedName(name, `${namespace}/${name}#${round}`);
    }
    taken.add(given.toLowerCase());
    return given;
  };
}

function toEntityName(original: string): string {
  const cleaned = clean(original);
  return cleaned === original &&
    cleaned.length > 0 &&
    cleaned.length <= MAX_LENGTH
    ? cleaned
    : hashedName(original, original);
}

function clean(original: string): string {
  return original
    .replace(/[^A-Za-z0-9_.-]/gu, '-')
    .replace(/^[^A-Za-z0-9]+/, '')
    .replace(/[^A-Za-z0-9]+$/, '');
}

function hashedName(original: string, hashed: string): string {
  const digest = hash('sha256', hashed, 'hex').slice(0, HASH_LENGTH);
  const stem = clean(original).slice(0, STEM_LENGTH);
  return stem ? `${stem}-${digest}` : digest;
}
