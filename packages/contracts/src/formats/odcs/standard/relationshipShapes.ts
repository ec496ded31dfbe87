import { listOf, named, Shape, Shapes, words } from './shapes';

const NAME = '[A-Za-z_]\\w*';
const STEP = `${NAME}/[\\w-]+`;

/** A property by `object.property`, or by its path, also in another document. */
const reference: Shape = {
  type: 'string',
  anyOf: [
    { pattern: `^${NAME}\\.${NAME}$` },
    {
      pattern: `^((https?://)?[\\w./-]+\\.yaml#)?/?${STEP}(/${STEP})*$`,
    },
  ],
};

const references = listOf(reference, { minItems: 1 });

/** One property, or the parts of a key. */
const ends: Shape = {
  if: { type: 'array' },
  then: references,
  else: reference,
};

const members: Shapes = {
  type: words('foreignKey'),
  to: ends,
  customProperties: named('customProperties'),
};

/** Relations between properties, which documents of 3.1 may have. */
export const relationshipShapes: Shapes = {
  /** From the property that it stands at. */
  propertyRelationship: {
    type: 'object',
    required: ['to'],
    properties: members,
    additionalProperties: false,
  },
  objectRelationship: {
    type: 'object',
    required: ['from', 'to'],
    properties: { ...members, from: ends },
    additionalProperties: false,
    // Both ends have as many parts as the key has.
    if: { properties: { from: { type: 'array' } } },
    then: { properties: { to: { type: 'array' } } },
    else: { properties: { to: { type: 'string' } } },
  },
};
