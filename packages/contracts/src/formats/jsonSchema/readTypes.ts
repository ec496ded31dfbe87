import { ContractFormatError } from '../ContractFormatError';
import { FormatWalk } from '../FormatWalk';
import { own, ParsedObject, quote, readStrings } from '../importing/values';
import { pointerTo } from '../pointers';
import { KEYWORDS_OF_TYPES } from './keywords';

/** Types of single values. */
export type SimpleType = 'boolean' | 'integer' | 'number' | 'string';

type JsonType = SimpleType | 'object' | 'array';

const TYPES: ReadonlySet<string> = new Set<JsonType>([
  'boolean',
  'integer',
  'number',
  'string',
  'object',
  'array',
]);

/**
 * The types that a schema names, and whether null is one of them. Without
 * `type` it is the type whose keywords are there; none at all admits anything.
 */
export function readTypes(
  schema: ParsedObject,
  pointer: string,
  walk: FormatWalk,
): { types: JsonType[]; nullable: boolean } {
  // `nullable` is how OpenAPI 3.0 writes it.
  const orNull = own(schema, 'nullable') === true;
  const named = own(schema, 'type');
  if (named === undefined) {
    const assumed = KEYWORDS_OF_TYPES.filter(([, keywords]) =>
      keywords.some(keyword => Object.hasOwn(schema, keyword)),
    ).map(([type]) => type);
    if (assumed.length > 0) {
      walk.note(
        pointer,
        'TYPE_ASSUMED',
        `The schema has no type; by its keywords it is read as ${assumed.join(
          ' or ',
        )}.`,
      );
    }
    return { types: assumed, nullable: orNull && assumed.length > 0 };
  }
  const place = pointerTo(pointer, 'type');
  const types = typeof named === 'string' ? [named] : readStrings(named, place);
  const unknown = types.find(type => type !== 'null' && !isType(type));
  if (unknown !== undefined || types.length === 0) {
    throw new ContractFormatError(
      place,
      unknown === undefined
        ? 'The list of types is empty.'
        : `There is no type ${quote(unknown)} in JSON Schema.`,
    );
  }
  return {
    types: [...new Set(types.filter(isType))],
    nullable: orNull || types.includes('null'),
  };
}

function isType(type: string): type is JsonType {
  return TYPES.has(type);
}
