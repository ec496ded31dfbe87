import fc from 'fast-check';
import { Field } from '../../fields/Field';
import { FieldType } from '../../fields/FieldType';

/**
 * Names that have tripped programs. Objects of JavaScript sort keys that are
 * whole numbers to the front, so these keep no place.
 */
export const names = fc
  .oneof(
    fc.constantFrom('a', 'a/b', 'a~b', '__proto__', 'constructor', '#'),
    fc.constantFrom('ä %25', 'toString'),
    fc.string({ minLength: 1, maxLength: 5 }),
  )
  .filter(name => !/^\d+$/.test(name));

/** Removes keys whose value is undefined, which is how fast-check says absent. */
export function compact<T extends object>(value: T): T {
  return Object.fromEntries(
    Object.entries(value).filter(([, item]) => item !== undefined),
  ) as T;
}

/** Fields of the types, each name once. */
export function fieldsOf(
  field: fc.Arbitrary<Field>,
  minLength = 0,
): fc.Arbitrary<Field[]> {
  return fc.uniqueArray(field, {
    minLength,
    maxLength: 4,
    selector: ({ name }) => name,
  });
}

export type ArbitraryType = fc.Arbitrary<FieldType>;
