import { isParsedObject, own, ParsedObject } from '../importing/values';
import { pointerTo } from '../pointers';

const ONE = [
  ...['items', 'additionalItems', 'additionalProperties', 'contains', 'not'],
  ...['if', 'then', 'else', 'propertyNames', 'contentSchema'],
  ...['unevaluatedItems', 'unevaluatedProperties'],
];
const LISTS = ['allOf', 'anyOf', 'oneOf', 'prefixItems', 'items'];
const MAPS = [
  ...['properties', 'patternProperties', 'dependentSchemas', 'dependencies'],
  ...['$defs', 'definitions'],
];

/**
 * The places of a document that have a name, by `$anchor`, `$dynamicAnchor` or,
 * in old drafts, an id that begins with `#`. A name that could mean several
 * places is none: one that is given twice, and one that is given in a schema
 * with an id of its own, where it means something only inside of it.
 */
export function findAnchors(document: unknown): ReadonlyMap<string, string> {
  const places = new Map<string, string>();
  const doubtful = new Set<string>();
  const left = [{ schema: document, pointer: '', isForeign: false }];
  for (let next = left.pop(); next; next = left.pop()) {
    const { schema, pointer } = next;
    if (isParsedObject(schema)) {
      const isForeign =
        next.isForeign || (pointer !== '' && hasOwnAddress(schema));
      for (const name of namesOf(schema)) {
        if (isForeign || places.has(name)) {
          doubtful.add(name);
        }
        places.set(name, pointer);
      }
      for (const [key, inner] of partsOf(schema)) {
        left.push({
          schema: inner,
          pointer: pointerTo(pointer, ...key),
          isForeign,
        });
      }
    }
  }
  doubtful.forEach(name => places.delete(name));
  return places;
}

function hasOwnAddress(schema: ParsedObject): boolean {
  const id = own(schema, '$id') ?? own(schema, 'id');
  return typeof id === 'string' && !id.startsWith('#');
}

/** One schema may have the same name twice over. */
function namesOf(schema: ParsedObject): Set<string> {
  const anchors = ['$anchor', '$dynamicAnchor'].map(key => own(schema, key));
  const ids = ['$id', 'id'].flatMap(key => {
    const id = own(schema, key);
    return typeof id === 'string' && /^#[^/]/.test(id) ? [id.slice(1)] : [];
  });
  return new Set(
    [...anchors, ...ids].filter(
      (name): name is string => typeof name === 'string' && name !== '',
    ),
  );
}

function* partsOf(
  schema: ParsedObject,
): Generator<[key: (string | number)[], part: unknown]> {
  for (const key of ONE) {
    yield [[key], own(schema, key)];
  }
  for (const key of LISTS) {
    const list = own(schema, key);
    if (Array.isArray(list)) {
      for (const [index, part] of list.entries()) {
        yield [[key, index], part];
      }
    }
  }
  for (const key of MAPS) {
    const map = own(schema, key);
    if (isParsedObject(map)) {
      for (const [name, part] of Object.entries(map)) {
        yield [[key, name], part];
      }
    }
  }
}
