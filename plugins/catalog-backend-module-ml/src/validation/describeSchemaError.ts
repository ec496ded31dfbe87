import { nameOfPattern } from '@understudy/plugin-ml-common';
import { ErrorObject } from 'ajv';
import { describeValue } from './describeValue';
import { EntityProblem } from './EntityProblem';
import { nearestWord } from './nearestWord';

const typeNames: Record<string, string> = {
  string: 'text',
  number: 'a number',
  integer: 'a whole number',
  boolean: 'true or false',
  array: 'a list',
  object: 'an object',
  null: 'null',
};

/**
 * Says what a schema error means: the path as people write it, the value that
 * was found, and what is allowed there, in the words of the schema itself.
 */
export function describeSchemaError(error: ErrorObject): EntityProblem {
  const path = toDottedPath(error.instancePath);
  const value = describeValue(error.data);
  switch (error.keyword) {
    case 'required':
      return describeMissing(error, path);
    case 'additionalProperties':
      return describeUnknown(error, path);
    case 'type':
      return {
        path,
        message: `is ${value}, but has to be ${[error.schema]
          .flat()
          .map(type => typeNames[String(type)] ?? String(type))
          .join(' or ')}.${hint(error.parentSchema)}`,
      };
    case 'enum':
      return {
        path,
        message: `is ${value}, but has to be one of ${listOf(error.schema)}`,
      };
    case 'maxItems':
      return {
        path,
        message: `holds ${lengthOf(error.data)} items; at most ${
          error.schema
        } are allowed`,
      };
    case 'maxLength':
      return {
        path,
        message: `is ${lengthOf(error.data)} characters long; at most ${
          error.schema
        } are allowed`,
      };
    case 'minLength':
    case 'minProperties':
      return {
        path,
        message: `is empty; leave it out or fill it in.${hint(
          error.parentSchema,
        )}`,
      };
    case 'uniqueItems':
      return {
        path: `${path}[${error.params.i}]`,
        message: `is ${describeValue(
          itemOf(error.data, error.params.i),
        )} again; every item may appear once`,
      };
    case 'pattern':
      return {
        path,
        message: `is ${value}, which is not ${
          nameOfPattern(String(error.schema)) ?? 'allowed'
        }.${hint(error.parentSchema)}`,
      };
    default:
      return {
        path,
        message: `is ${value}, which is not allowed.${hint(error.parentSchema)}`,
      };
  }
}

function describeMissing(error: ErrorObject, path: string): EntityProblem {
  const property = String(error.params.missingProperty);
  return {
    path: `${path}.${property}`,
    message: `is missing.${hint(propertiesOf(error.parentSchema)[property])}`,
  };
}

function describeUnknown(error: ErrorObject, path: string): EntityProblem {
  const property = String(error.params.additionalProperty);
  const allowed = Object.keys(propertiesOf(error.parentSchema));
  const nearest = nearestWord(property, allowed);
  return {
    path: `${path}.${property}`,
    message: `is not a known property (value ${describeValue(
      itemOf(error.data, property),
    )}).${nearest ? ` Did you mean '${nearest}'?` : ''} Allowed here: ${allowed.join(
      ', ',
    )}`,
  };
}

function propertiesOf(schema: unknown): Record<string, unknown> {
  return isRecord(schema) && isRecord(schema.properties)
    ? schema.properties
    : {};
}

function hint(schema: unknown): string {
  if (!isRecord(schema) || typeof schema.title !== 'string') {
    return '';
  }
  const [example] = Array.isArray(schema.examples) ? schema.examples : [];
  const shown =
    example === undefined ? '' : ` For example: ${describeValue(example)}`;
  return ` ${schema.title}: ${schema.description}${shown}`;
}

function listOf(values: unknown): string {
  return Array.isArray(values) ? values.join(', ') : String(values);
}

function lengthOf(value: unknown): number {
  return typeof value === 'string' || Array.isArray(value) ? value.length : 0;
}

function itemOf(value: unknown, key: string | number): unknown {
  return isRecord(value) ? value[key] : undefined;
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null;
}

function toDottedPath(pointer: string): string {
  return pointer
    .split('/')
    .slice(1)
    .map(part => part.replaceAll('~1', '/').replaceAll('~0', '~'))
    .map(part => (/^\d+$/.test(part) ? `[${part}]` : `.${part}`))
    .join('')
    .replace(/^\./, '');
}
