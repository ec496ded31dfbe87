import { JsonObject } from '@backstage/types';

/** Operations by path and method, as in the `paths` of OpenAPI. */
export type OpenApiPaths = Record<string, Record<string, JsonObject>>;

/** Schemas by name, as in the `components.schemas` of OpenAPI. */
export type OpenApiSchemas = Record<string, JsonObject>;

const errorWords: Record<number, string> = {
  400: 'Something in the request is not as it should be; the message names the field and the value.',
  401: 'The caller has not signed in, or the token is not valid.',
  403: 'The caller may not do this; the message names what is missing.',
  404: 'There is no such thing, or the caller may not see it.',
  409: 'It contradicts the present state; the message says what to do.',
  413: 'The body is larger than is read.',
  415: 'The body is compressed or in another way not as it is read.',
  422: 'The `Idempotency-Key` came with another request before.',
  429: 'Asked again too soon; the message says when to try again.',
  503: 'Something this depends on does not answer now; try again later.',
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

/** A required JSON body with a named schema. */
export function jsonBody(description: string, schema: string): JsonObject {
  return { description, required: true, ...jsonContent(schema) };
}

/** A reference to a named schema. */
export function schemaRef(name: string): JsonObject {
  return { $ref: `#/components/schemas/${name}` };
}

/** A parameter in the path. */
export function pathParameter(
  name: string,
  description: string,
  schema: JsonObject = { type: 'string', minLength: 1, maxLength: 250 },
): JsonObject {
  return { name, in: 'path', required: true, description, schema };
}

/**
 * An optional parameter in the query. Characters that are reserved in
 * addresses are let pass, as browsers leave some of them as they are: a space
 * of a form is sent as a plus.
 */
export function queryParameter(
  name: string,
  description: string,
  schema: JsonObject,
): JsonObject {
  return {
    name,
    in: 'query',
    required: false,
    allowReserved: true,
    description,
    schema,
  };
}

/** An optional parameter in the query that may be given several times. */
export function repeatedQueryParameter(
  name: string,
  description: string,
  options: { items: JsonObject; minItems?: number; maxItems: number },
): JsonObject {
  return {
    name,
    in: 'query',
    required: false,
    allowReserved: true,
    description,
    style: 'form',
    explode: true,
    schema: { type: 'array', ...options },
  };
}

/** An object that holds what is named and nothing else. */
export function objectSchema(
  properties: Record<string, JsonObject>,
  required: string[],
): JsonObject {
  return { type: 'object', properties, required, additionalProperties: false };
}

/** The two parameters that name a model. */
export const modelParameters: JsonObject[] = [
  pathParameter('namespace', 'Namespace of the Model entity.', {
    type: 'string',
    minLength: 1,
    maxLength: 63,
  }),
  pathParameter('name', 'Name of the Model entity.', {
    type: 'string',
    minLength: 1,
    maxLength: 63,
  }),
];

/** Lets a caller repeat a request without doing it twice. */
export const idempotencyKeyParameter: JsonObject = {
  name: 'Idempotency-Key',
  in: 'header',
  required: false,
  description:
    'A text of the caller that is the same when the same request is sent again. The first answer is then given again. Kept for a day.',
  schema: { type: 'string', minLength: 1, maxLength: 255 },
};

function jsonContent(schema: string): JsonObject {
  return { content: { 'application/json': { schema: schemaRef(schema) } } };
}
