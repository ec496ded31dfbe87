import { JsonObject } from '@backstage/types';

/** Operations by path and method, as in the `paths` of OpenAPI. */
export type OpenApiPaths = Record<string, Record<string, JsonObject>>;

/** Schemas by name, as in the `components.schemas` of OpenAPI. */
export type OpenApiSchemas = Record<string, JsonObject>;

const errorWords: Record<number, string> = {
  400: 'Something in the request is not as it should be; the message names the field and the value.',
  401: 'The caller has not signed in, or the token is not valid.',
  403: 'The caller may not do this; the message names what is missing.',
  404: 'Nothing is known of it, or the caller may not see it.',
  413: 'The body is larger than is read.',
  415: 'The body is encoded in a way that is not read.',
  429: 'Asked again too soon.',
  503: 'It cannot be done now; try again later.',
};

/** The error responses of an operation. Every operation may answer 401. */
export function errorResponses(...statuses: number[]): JsonObject {
  return Object.fromEntries(
    [...new Set([401, ...statuses])]
      .sort((a, b) => a - b)
      .map(status => [
        String(status),
        { description: errorWords[status], ...jsonContent('Error') },
      ]),
  );
}

/** A successful response with a named schema. */
export function jsonResponse(description: string, schema: string): JsonObject {
  return { description, ...jsonContent(schema) };
}

/** What is sent as JSON, with a named schema. */
export function jsonContent(schema: string): JsonObject {
  return { content: { 'application/json': { schema: schemaRef(schema) } } };
}

/** A reference to a named schema. */
export function schemaRef(name: string): JsonObject {
  return { $ref: `#/components/schemas/${name}` };
}

/**
 * A parameter in the query. Reserved characters are let pass, as browsers leave
 * some of them as they are.
 */
export function queryParameter(
  name: string,
  description: string,
  schema: JsonObject,
  options: { required?: boolean } = {},
): JsonObject {
  const { required = false } = options;
  return {
    name,
    in: 'query',
    required,
    allowReserved: true,
    description,
    schema,
  };
}

/** An object that holds what is named and nothing else. */
export function objectSchema(
  properties: Record<string, JsonObject>,
  required: string[],
): JsonObject {
  return { type: 'object', properties, required, additionalProperties: false };
}

/** A list of things with a named schema. */
export function listOf(schema: string): JsonObject {
  return { type: 'array', items: schemaRef(schema) };
}

/** A moment. */
export const time: JsonObject = {
  type: 'string',
  format: 'date-time',
  examples: ['2026-03-01T04:00:00.000Z'],
};

/** A number of things. */
export const amount: JsonObject = { type: 'integer', minimum: 0 };

/** A text. */
export const text: JsonObject = { type: 'string' };
