import { JsonObject, JsonValue } from '@backstage/types';
import { entityLimits } from './limits';
import { textForms } from './textForms';

/**
 * What every property of our schemas says about itself. The reference page is
 * made of it, and so are the messages about bad input.
 */
export type PropertyText = {
  title: string;
  description: string;
  examples: JsonValue[];
};

/** A reference to an entity: `[<kind>:][<namespace>/]<name>`. */
export function entityRef(text: PropertyText): JsonObject {
  return {
    ...text,
    type: 'string',
    maxLength: 200,
    pattern: textForms.entityRef.pattern,
  };
}

/** A reference to an entity or, with `@<label>`, to one of its versions. */
export function versionRef(text: PropertyText): JsonObject {
  return {
    ...text,
    type: 'string',
    maxLength: 300,
    pattern: textForms.versionRef.pattern,
  };
}

/** The label of a version, see `textForms`. */
export function versionLabel(text: PropertyText): JsonObject {
  return { ...text, type: 'string', pattern: textForms.versionLabel.pattern };
}

/** One line of text for people, or a name that is kept verbatim. */
export function line(text: PropertyText, maxLength = 300): JsonObject {
  return { ...text, type: 'string', minLength: 1, maxLength };
}

/** Text of more than a line, in Markdown. */
export function markdown(text: PropertyText): JsonObject {
  return {
    ...text,
    type: 'string',
    minLength: 1,
    maxLength: entityLimits.textLength,
  };
}

/** A word of an open vocabulary: lower case, digits, dashes. */
export function term(text: PropertyText): JsonObject {
  return {
    ...text,
    type: 'string',
    maxLength: 63,
    pattern: textForms.term.pattern,
  };
}

/** One of a closed list of words. */
export function oneOfTerms(
  text: PropertyText,
  terms: readonly string[],
): JsonObject {
  return { ...text, type: 'string', enum: [...terms] };
}

/** A web address. Others, such as `javascript:`, would end up in links. */
export function webUrl(text: PropertyText): JsonObject {
  return {
    ...text,
    type: 'string',
    maxLength: 2000,
    pattern: textForms.webUrl.pattern,
  };
}

/** A moment in time, ISO 8601 with a zone. */
export function timestamp(text: PropertyText): JsonObject {
  return {
    ...text,
    type: 'string',
    pattern: textForms.timestamp.pattern,
  };
}

/** A length of time, ISO 8601. */
export function duration(text: PropertyText): JsonObject {
  return {
    ...text,
    type: 'string',
    maxLength: 40,
    pattern: textForms.duration.pattern,
  };
}

/** Yes or no. */
export function flag(text: PropertyText): JsonObject {
  return { ...text, type: 'boolean' };
}

/** A bounded list. */
export function listOf(
  text: PropertyText,
  items: JsonObject,
  options: { maxItems?: number; uniqueItems?: boolean } = {},
): JsonObject {
  return {
    ...text,
    type: 'array',
    maxItems: options.maxItems ?? entityLimits.listItems,
    ...(options.uniqueItems ? { uniqueItems: true } : {}),
    items,
  };
}

/** An object with exactly these properties: a typing mistake is an error. */
export function record(
  text: PropertyText,
  properties: JsonObject,
  options: { required?: string[]; minProperties?: number } = {},
): JsonObject {
  return {
    ...text,
    type: 'object',
    additionalProperties: false,
    ...(options.required ? { required: options.required } : {}),
    ...(options.minProperties ? { minProperties: options.minProperties } : {}),
    properties,
  };
}
