import { JsonObject, JsonValue } from '@backstage/types';

/** What of a description is read here. */
interface Description {
  paths: Record<string, Record<string, JsonObject>>;
  components: { schemas: Record<string, JsonObject> };
}

/**
 * The members of a part of a body that its description does not know: the check
 * of requests says only that there are some.
 *
 * @param request - `path` below the plugin, as it was asked for; `place`, the
 *   keys that lead to the part; `value`, the part.
 */
export function unknownMembers(
  { paths, components }: Description,
  request: { method: string; path: string; place: string[]; value: object },
): string[] {
  const { method, path, place, value } = request;
  const template = Object.keys(paths).find(
    candidate =>
      bodyOf(paths[candidate][method.toLowerCase()]) !== undefined &&
      toPattern(candidate).test(path),
  );
  const body = template && bodyOf(paths[template][method.toLowerCase()]);
  if (!body) {
    return [];
  }
  const resolve = (schema: JsonValue | undefined): JsonObject[] => {
    if (!isObject(schema)) {
      return [];
    }
    const { $ref, oneOf, anyOf, allOf } = schema;
    return typeof $ref === 'string'
      ? resolve(components.schemas[$ref.split('/').at(-1) ?? ''])
      : [
          schema,
          ...[oneOf, anyOf, allOf].flatMap(parts =>
            Array.isArray(parts) ? parts.flatMap(resolve) : [],
          ),
        ];
  };
  const schemas = place.reduce(
    (found, key) =>
      found
        .flatMap(({ items, properties, additionalProperties }) => [
          /^\d+$/.test(key) ? items : undefined,
          isObject(properties) ? properties[key] : undefined,
          additionalProperties,
        ])
        .flatMap(resolve),
    resolve(body),
  );
  const known = new Set(
    schemas.flatMap(({ properties }) =>
      isObject(properties) ? Object.keys(properties) : [],
    ),
  );
  return Object.keys(value).filter(key => !known.has(key));
}

function bodyOf(operation: JsonObject | undefined): JsonValue | undefined {
  return ['requestBody', 'content', 'application/json', 'schema'].reduce<
    JsonValue | undefined
  >((parent, key) => (isObject(parent) ? parent[key] : undefined), operation);
}

function toPattern(template: string): RegExp {
  const text = template
    .replace(/[.*+?^$()|[\]\\]/g, '\\$&')
    .replace(/\{[^}]+\}/g, '[^/]+');
  return new RegExp(`^${text}/?$`);
}

function isObject(value: JsonValue | undefined): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
