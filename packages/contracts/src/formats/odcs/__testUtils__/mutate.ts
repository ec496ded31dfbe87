/** A document that differs from another in one place. */
export interface Mutant {
  what: string;
  value: unknown;
}

const REPLACEMENTS: readonly unknown[] = [
  ...['text', 1.5, -3, true, null],
  ...[[], {}, ['a', 'a']],
];

/** Items of a list that are changed; those after them are mostly like them. */
const MAX_ITEMS = 3;

/** The document itself, and with each key dropped, each value replaced, and each object given another key. */
export function* mutate(
  document: unknown,
  otherKeys: readonly string[],
): Generator<Mutant> {
  yield { what: 'as it is', value: document };
  yield* mutateAt(document, [], otherKeys, value => value);
}

function* mutateAt(
  value: unknown,
  path: readonly string[],
  otherKeys: readonly string[],
  inside: (value: unknown) => unknown,
): Generator<Mutant> {
  const at = `/${path.join('/')}`;
  for (const other of REPLACEMENTS) {
    yield { what: `${at} is ${JSON.stringify(other)}`, value: inside(other) };
  }
  if (Array.isArray(value)) {
    for (const [index, item] of value.slice(0, MAX_ITEMS).entries()) {
      const around = (changed: unknown) =>
        inside(value.map((kept, place) => (place === index ? changed : kept)));
      yield* mutateAt(item, [...path, String(index)], otherKeys, around);
    }
  } else if (typeof value === 'object' && value !== null) {
    for (const key of otherKeys) {
      const other = key === 'id' ? 'a b' : [{ name: 'a' }];
      yield {
        what: `${at} has ${key} ${JSON.stringify(other)}`,
        value: inside({ ...value, [key]: other }),
      };
    }
    for (const [key, member] of Object.entries(value)) {
      const { [key]: _, ...rest } = value as Record<string, unknown>;
      yield { what: `${at} has no ${key}`, value: inside(rest) };
      yield* mutateAt(member, [...path, key], otherKeys, changed =>
        inside({ ...value, [key]: changed }),
      );
    }
  }
}
