import { JsonObject, JsonValue } from '@backstage/types';
import { errorResponses, OpenApiPaths } from './parts';

/** Routes with errors of a shape of their own, or that read bodies themselves. */
const APART = /^\/(mlflow|openapi\.json|registries\/\{server\}\/webhook)(\/|$)/;

/**
 * Adds what the check before every route answers: that a parameter is not
 * known, and of those that change something, that the body is too large or
 * written in a way that is not read. No body is too much for routes that take none.
 */
export function withCommonErrors(paths: OpenApiPaths): OpenApiPaths {
  return Object.fromEntries(
    Object.entries(paths).map(([path, operations]) => [
      path,
      APART.test(path) ? operations : mapOperations(operations),
    ]),
  );
}

function mapOperations(operations: Record<string, JsonObject>) {
  return Object.fromEntries(
    Object.entries(operations).map(([method, operation]) => [
      method,
      {
        ...operation,
        responses: {
          ...errorResponses(400, ...(method === 'get' ? [] : [413, 415])),
          ...asObject(operation.responses),
        },
      },
    ]),
  );
}

function asObject(value: JsonValue | undefined): JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
    ? value
    : {};
}
