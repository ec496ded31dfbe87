import * as fc from 'fast-check';
import { openApiDocument } from '../../schema/openapi';
import { oddTexts, oddValues } from './oddValues';

const MOST_ITEMS = 3;
/** One in so many is nothing that the description foresees. */
const ODD = 12;

/**
 * Values as the description of the interface has them, with any member left out and
 * some of them something else.
 *
 * @param schema - of the document, with references into it
 */
export function valuesOfSchema(schema: unknown): fc.Arbitrary<fc.JsonValue> {
  return fc.oneof(
    { weight: ODD - 1, arbitrary: asDescribed(resolve(schema)) },
    { weight: 1, arbitrary: oddValues },
  );
}

function asDescribed(
  schema: Record<string, unknown>,
): fc.Arbitrary<fc.JsonValue> {
  const { type, properties = {}, items } = schema;
  if (Array.isArray(schema.enum)) {
    return fc.constantFrom(...(schema.enum as fc.JsonValue[]));
  }
  switch (type) {
    case 'object':
      return fc.record(
        Object.fromEntries(
          Object.entries(asRecord(properties)).map(([name, member]) => [
            name,
            valuesOfSchema(member),
          ]),
        ),
        { requiredKeys: [] },
      );
    case 'array':
      return fc.array(valuesOfSchema(items), { maxLength: MOST_ITEMS });
    case 'integer':
    case 'number':
      return fc.integer({ min: -1, max: 30 });
    case 'boolean':
      return fc.boolean();
    case 'string':
      return oddTexts;
    default:
      throw new Error(
        `Nothing is known of values of ${JSON.stringify(schema)}`,
      );
  }
}

function resolve(schema: unknown): Record<string, unknown> {
  const { $ref, ...own } = asRecord(schema);
  if (typeof $ref !== 'string') {
    return own;
  }
  const keys = $ref.replace(/^#\//, '').split('/');
  return resolve(
    keys.reduce<unknown>((part, key) => asRecord(part)[key], openApiDocument),
  );
}

function asRecord(value: unknown): Record<string, unknown> {
  if (typeof value !== 'object' || value === null) {
    throw new Error(`${JSON.stringify(value)} is no object`);
  }
  return { ...value };
}
