import { FieldType } from '../../fields/FieldType';
import { FormatWalk } from '../FormatWalk';
import {
  SqlType,
  SqlTypeError,
  SqlTypeParser,
} from '../openLineage/SqlTypeParser';
import { tokenizeType } from '../openLineage/tokenizeType';

const MAX_LENGTH = 10_000;
const NO_TYPE: FieldType = { kind: 'any' };

/** Sizes in square brackets, as some tools write them. */
const BRACKETS = /^([A-Za-z]\w*)\[(\d+)\]$/;

/** What the type of a column in its own system means; nothing when it is not known. */
export function readPhysicalType(
  text: string,
  pointer: string,
  walk: FormatWalk,
): SqlType | undefined {
  const written = text.trim().replace(BRACKETS, '$1($2)');
  // The standard leaves open whose `float` it is, and its own examples mean the small one.
  if (/^float$/i.test(written)) {
    return { type: { kind: 'scalar', type: 'float32' }, nullable: true };
  }
  const tokens =
    written.length > MAX_LENGTH ? undefined : tokenizeType(written);
  if (!tokens) {
    return undefined;
  }
  let known = true;
  try {
    const read = new SqlTypeParser(tokens, {
      deeper: work => walk.deeper(pointer, work),
      countField: () => walk.countField(pointer),
      unknown: () => {
        known = false;
        return NO_TYPE;
      },
      known: () => {},
    }).parseAll();
    return known && isSound(read.type) ? read : undefined;
  } catch (error) {
    if (error instanceof SqlTypeError) {
      return undefined;
    }
    throw error;
  }
}

/** Not one of the few types that can be written and not be meant. */
function isSound(type: FieldType): boolean {
  switch (type.kind) {
    case 'scalar':
      return (
        type.precision === undefined ||
        (type.precision > 0 && (type.scale ?? 0) <= type.precision)
      );
    case 'array':
      return isSound(type.items);
    case 'map':
      return isSound(type.values);
    case 'object':
      return (
        new Set(type.fields.map(({ name }) => name)).size ===
          type.fields.length && type.fields.every(field => isSound(field.type))
      );
    case 'union':
      return type.of.every(isSound);
    default:
      return true;
  }
}
