import { JsonObject, JsonValue } from '@backstage/types';
import { OpenApiPaths } from './parts';

/**
 * The members that the body of an operation may have, as it is described.
 * Undefined when no body is, or one that is no object.
 */
export function bodyMembers(
  paths: OpenApiPaths,
  operation: { method: string; path: string },
): string[] | undefined {
  const keys = [
    operation.path,
    operation.method.toLowerCase(),
    ...['requestBody', 'content', 'application/json', 'schema', 'properties'],
  ];
  const members = keys.reduce<JsonValue | undefined>(
    (part, key) => (isObject(part) ? part[key] : undefined),
    paths,
  );
  return isObject(members) ? Object.keys(members) : undefined;
}

function isObject(value: JsonValue | undefined): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
