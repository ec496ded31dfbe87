import { JsonObject, JsonValue } from '@backstage/types';
import { nameOfPattern } from '../src/entity/textForms';

const typeNames: Record<string, string> = {
  string: 'text',
  number: 'number',
  integer: 'whole number',
  boolean: 'true or false',
  object: 'object',
};

/** What a property may hold, in one line of Markdown. */
export function describeType(schema: JsonObject): string {
  if (Array.isArray(schema.enum)) {
    return `one of ${schema.enum.map(value => `\`${value}\``).join(', ')}`;
  }
  if (schema.type === 'array' && isObject(schema.items)) {
    const unique = schema.uniqueItems ? ', no item twice' : '';
    return `list of: ${describeType(schema.items)}; at most ${schema.maxItems} items${unique}`;
  }
  return [describeForm(schema), ...bounds(schema)].join(', ');
}

function describeForm({ type, pattern }: JsonObject): string {
  if (typeof pattern === 'string') {
    // Notations in a form's name, such as <kind>, would be taken for HTML.
    return (
      nameOfPattern(pattern)?.replace(/\S*[<[]\S*/g, '`$&`') ??
      `text matching \`${pattern}\``
    );
  }
  return [type]
    .flat()
    .map(name => typeNames[String(name)] ?? String(name))
    .join(' or ');
}

function bounds({ maxLength }: JsonObject): string[] {
  return typeof maxLength === 'number'
    ? [`at most ${maxLength.toLocaleString('en')} characters`]
    : [];
}

/** Whether a part of a schema is an object, that is a schema itself. */
export function isObject(value: JsonValue | undefined): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
