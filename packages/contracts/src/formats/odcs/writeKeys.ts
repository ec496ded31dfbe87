import { Port } from '../../contract/Contract';
import { JsonObject, omit } from './Kept';
import { PLACE_KEYS } from './propertyKeys';
import { KEY_PARTS, readKeys } from './readKeys';

/** What the properties of an object have to say of its keys, where they do not say it already. */
export function writeKeys(
  port: Port,
  properties: readonly JsonObject[],
): JsonObject[] {
  const fields = port.schema.kind === 'object' ? port.schema.fields : [];
  const said = readKeys(fields);
  return KEY_PARTS.reduce<JsonObject[]>(
    (written, part) => {
      const names = port[part] ?? [];
      if (names.join('\n') === (said[part] ?? []).join('\n')) {
        return written;
      }
      const { flag, position } = PLACE_KEYS[part];
      return written.map(property => {
        const index = names.indexOf(String(property.name));
        return {
          ...omit(property, [flag, position]),
          ...(index >= 0 && { [flag]: true, [position]: index + 1 }),
        };
      });
    },
    [...properties],
  );
}
