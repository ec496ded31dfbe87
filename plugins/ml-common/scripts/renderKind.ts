import { JsonObject, JsonValue } from '@backstage/types';
import { describeType, isObject } from './describeType';

interface Property {
  path: string;
  schema: JsonObject;
  required: boolean;
}

/** The section about one kind: every property of its spec, in order. */
export function renderKind(kind: string, schema: JsonObject): string {
  const spec = isObject(schema.properties) ? schema.properties.spec : undefined;
  if (!isObject(spec)) {
    throw new Error(`The schema of ${kind} has no spec`);
  }
  return [
    `## ${kind}`,
    String(schema.description),
    ...properties('spec', spec).map(property => renderProperty(kind, property)),
  ].join('\n\n');
}

function properties(path: string, schema: JsonObject): Property[] {
  if (isObject(schema.items)) {
    return properties(`${path}[]`, schema.items);
  }
  const own = isObject(schema.properties) ? schema.properties : {};
  const required: JsonValue[] = Array.isArray(schema.required)
    ? schema.required
    : [];
  return Object.entries(own).flatMap(([name, property]) => {
    if (!isObject(property)) {
      return [];
    }
    const childPath = `${path}.${name}`;
    return [
      { path: childPath, schema: property, required: required.includes(name) },
      ...properties(childPath, property),
    ];
  });
}

function renderProperty(
  kind: string,
  { path, schema, required }: Property,
): string {
  const [example] = Array.isArray(schema.examples) ? schema.examples : [];
  return [
    `### ${kind} \`${path}\``,
    `${schema.description}`,
    [
      `- ${required ? 'Required' : 'Optional'}: ${describeType(schema)}`,
      `- Example: \`${JSON.stringify(example)}\``,
    ].join('\n'),
  ].join('\n\n');
}
