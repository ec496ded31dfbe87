import { Port } from '../../contract/Contract';
import { Field } from '../../fields/Field';
import { Json } from '../../fields/json';
import { keptOf } from './Kept';
import { PLACE_KEYS } from './propertyKeys';

type KeyPart = keyof typeof PLACE_KEYS;

export const KEY_PARTS = Object.keys(PLACE_KEYS) as KeyPart[];

/** Keys of an object, as what was kept of its properties says them; those without a place come last. */
export function readKeys(
  fields: readonly Field[],
): Pick<Port, 'key' | 'partitionedBy'> {
  return Object.fromEntries(
    KEY_PARTS.flatMap(part => {
      const names = readKey(fields, part);
      return names.length > 0 ? [[part, names]] : [];
    }),
  );
}

function readKey(fields: readonly Field[], part: KeyPart): string[] {
  const { flag, position } = PLACE_KEYS[part];
  return fields
    .flatMap(field => {
      const { [flag]: inKey, [position]: place } = keptOf(field).other ?? {};
      return inKey === true
        ? [{ name: String(field.name), place: placeOf(place) }]
        : [];
    })
    .sort((one, other) => one.place - other.place)
    .map(({ name }) => name);
}

function placeOf(value: Json | undefined): number {
  return typeof value === 'number' && value >= 0
    ? value
    : Number.MAX_SAFE_INTEGER;
}
