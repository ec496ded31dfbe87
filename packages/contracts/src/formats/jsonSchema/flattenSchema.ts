import { ContractFormatError } from '../ContractFormatError';
import {
  isParsedObject,
  own,
  ParsedObject,
  quote,
  readArray,
} from '../importing/values';
import { pointerTo } from '../pointers';
import { mergeSchemas } from './mergeSchemas';
import { refOf, refsOf } from './references';
import { CannotMerge, Schema, SchemaContext } from './SchemaContext';

/** One schema without `$ref` and `allOf`, which admits what the given one admits. */
export function flattenSchema(
  context: SchemaContext,
  schema: unknown,
  pointer: string,
  /** Targets that lead here. */
  path: readonly string[] = [],
): Schema {
  if (typeof schema === 'boolean') {
    return schema;
  }
  if (!isParsedObject(schema)) {
    throw new ContractFormatError(
      pointer,
      `A schema is an object, true or false, and this is ${quote(schema)}.`,
    );
  }
  const ref = refOf(schema);
  if (ref === undefined && !Object.hasOwn(schema, 'allOf')) {
    return schema;
  }
  return context.walk.deeper(pointer, () => {
    const parts =
      ref === undefined ? [] : [follow(context, ref, pointer, path)];
    if (ref === undefined || !context.refHidesSiblings) {
      parts.unshift(withoutParts(schema));
      parts.push(...flattenAll(context, schema, pointer, path));
    }
    return parts.reduce((merged, part) => {
      context.walk.spend(pointer, sizeOf(part));
      return mergeSchemas(merged, part);
    });
  });
}

function withoutParts(schema: ParsedObject): Schema {
  const followed = refsOf(schema)[0]?.keyword;
  return Object.fromEntries(
    Object.entries(schema).filter(
      ([key]) => key !== followed && key !== 'allOf',
    ),
  );
}

function flattenAll(
  context: SchemaContext,
  schema: ParsedObject,
  pointer: string,
  path: readonly string[],
): Schema[] {
  const all = own(schema, 'allOf');
  const place = pointerTo(pointer, 'allOf');
  return all === undefined
    ? []
    : readArray(all, place).map((part, index) =>
        flattenSchema(context, part, pointerTo(place, index), path),
      );
}

function follow(
  context: SchemaContext,
  ref: string,
  pointer: string,
  path: readonly string[],
): Schema {
  const found = context.references.find(ref, pointer);
  if (!found) {
    throw new CannotMerge('$ref');
  }
  if (path.includes(found.target)) {
    throw new ContractFormatError(
      pointer,
      `The schema at ${quote(ref)} is said to be itself and something more.`,
    );
  }
  return flattenSchema(context, found.schema, found.target, [
    ...path,
    found.target,
  ]);
}

function sizeOf(schema: Schema): number {
  if (typeof schema === 'boolean') {
    return 1;
  }
  const properties = own(schema, 'properties');
  return (
    Object.keys(schema).length +
    (isParsedObject(properties) ? Object.keys(properties).length : 0)
  );
}
