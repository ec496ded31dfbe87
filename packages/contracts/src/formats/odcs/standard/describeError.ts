import { quote } from '../../importing/values';
import { pointerTo } from '../../pointers';
import { SchemaError } from './SchemaError';

const TYPES: Readonly<Record<string, string>> = {
  string: 'a text',
  number: 'a number',
  integer: 'a whole number',
  boolean: 'true or false',
  object: 'an object',
  array: 'a list',
  null: 'nothing',
};

/** What a keyword finds, and where that is; nothing for keywords that only repeat what others found. */
export function describeError(
  { keyword, instancePath, params }: SchemaError,
  value: unknown,
  standard: string,
): { pointer: string; message: string } | undefined {
  const at = (message: string, pointer = instancePath) => ({
    pointer,
    message,
  });
  switch (keyword) {
    case 'required':
      return at(
        `The key ${params.missingProperty} is missing, which ${standard} requires here.`,
      );
    case 'additionalProperties':
    case 'unevaluatedProperties': {
      const key = String(
        params.additionalProperty ?? params.unevaluatedProperty,
      );
      return at(
        `${standard} has no key ${quote(key)} here.`,
        pointerTo(instancePath, key),
      );
    }
    case 'type':
      return at(
        `This should be ${typeWords(params.type)}, and is ${quote(value)}.`,
      );
    case 'enum':
      return at(
        `This should be one of ${(params.allowedValues as unknown[]).join(
          ', ',
        )}, and is ${quote(value)}.`,
      );
    case 'pattern':
      return at(`The text ${quote(value)} should match ${params.pattern}.`);
    case 'minimum':
    case 'exclusiveMinimum':
      return at(
        `This should be ${params.comparison === '>' ? 'more than' : 'at least'} ${params.limit}, and is ${quote(value)}.`,
      );
    case 'minItems':
    case 'maxItems':
      return at(
        `The list should have ${keyword === 'minItems' ? 'at least' : 'at most'} ${params.limit} ${params.limit === 1 ? 'item' : 'items'}.`,
      );
    case 'uniqueItems':
      return at('The list should have each item once only.');
    case 'oneOf':
      return at(
        'A rule that compares has exactly one of the keys that start with mustBe and mustNotBe.',
      );
    case 'anyOf':
      return at(
        `The text ${quote(value)} is no reference: write object.property, or a path such as schema/object/properties/property.`,
      );
    default:
      return undefined;
  }
}

function typeWords(types: unknown): string {
  const names = Array.isArray(types) ? types : [types];
  return names.map(name => TYPES[String(name)] ?? String(name)).join(' or ');
}
