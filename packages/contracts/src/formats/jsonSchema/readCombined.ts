import { isParsedObject, own, ParsedObject, quote } from '../importing/values';
import { flattenSchema } from './flattenSchema';
import { isAnnotation } from './keywords';
import { REFERENCES, refOf } from './references';
import { ReadSchema, SchemaContext } from './SchemaContext';

/** Reads `$ref` and `allOf`. */
export function readCombined(
  context: SchemaContext,
  schema: ParsedObject,
  pointer: string,
): ReadSchema {
  const ref = soleReference(schema, context.refHidesSiblings);
  return ref === undefined
    ? context.read(flattenSchema(context, schema, pointer), pointer)
    : readReference(context, ref, schema, pointer);
}

/** The `$ref` of a schema that says nothing else, also where `allOf` wraps it as some generators do. */
function soleReference(
  schema: ParsedObject,
  refHidesSiblings: boolean,
): string | undefined {
  const ref = refOf(schema);
  const said = Object.keys(schema).filter(key => !isAnnotation(key));
  if (ref !== undefined) {
    return refHidesSiblings || said.length === 1 ? ref : undefined;
  }
  const all = own(schema, 'allOf');
  const sole = said.length === 1 && Array.isArray(all) && all.length === 1;
  return sole && isParsedObject(all[0]) && refOf(all[0]) !== undefined
    ? soleReference(all[0], refHidesSiblings)
    : undefined;
}

function readReference(
  context: SchemaContext,
  ref: string,
  schema: ParsedObject,
  pointer: string,
): ReadSchema {
  const found = context.references.find(ref, pointer);
  if (!found) {
    return context.opaque(
      schema,
      pointer,
      `${quote(ref)} is not a place in this document`,
    );
  }
  if (isSimple(found.schema)) {
    const read = context.read(found.schema, found.target);
    if (Object.keys(read.constraints ?? {}).length > 0) {
      // A definition holds no constraints, so each field gets a copy.
      return read;
    }
  }
  // Where a definition admits null, it says so itself.
  return { type: context.definitions.refer(found), nullable: false };
}

function isSimple(schema: unknown): boolean {
  const parts = [
    ...REFERENCES,
    'allOf',
    'anyOf',
    'oneOf',
    'properties',
    'items',
  ];
  return (
    isParsedObject(schema) && !parts.some(key => Object.hasOwn(schema, key))
  );
}
