/** Say something about a schema without changing what it admits. */
export const ANNOTATIONS: ReadonlySet<string> = new Set([
  ...['$id', 'id', '$schema', '$comment', '$anchor', '$vocabulary'],
  ...['$defs', 'definitions', '$dynamicAnchor', '$recursiveAnchor'],
  ...['title', 'description', 'default', 'examples', 'example'],
  ...['deprecated', 'readOnly', 'writeOnly', 'discriminator'],
]);

/** Cannot be expressed by the types of contracts: a schema with one of them is opaque. */
export const UNINTERPRETED: readonly string[] = [
  ...['not', 'if', 'then', 'else', 'dependentSchemas', 'dependentRequired'],
  ...['dependencies', 'patternProperties', 'propertyNames', 'contains'],
  ...['minContains', 'maxContains', 'unevaluatedProperties'],
  'unevaluatedItems',
];

/** Keywords of one type, by which a schema without `type` is understood. */
export const KEYWORDS_OF_TYPES: readonly [
  type: 'object' | 'array' | 'string' | 'number',
  keywords: string[],
][] = [
  [
    'object',
    [
      ...['properties', 'required', 'additionalProperties'],
      ...['minProperties', 'maxProperties'],
    ],
  ],
  [
    'array',
    [
      ...['items', 'prefixItems', 'additionalItems'],
      ...['minItems', 'maxItems', 'uniqueItems'],
    ],
  ],
  [
    'string',
    [
      ...['minLength', 'maxLength', 'pattern', 'format'],
      ...['contentEncoding', 'contentMediaType'],
    ],
  ],
  [
    'number',
    [
      ...['minimum', 'maximum', 'exclusiveMinimum', 'exclusiveMaximum'],
      'multipleOf',
    ],
  ],
];

const ASSERTIONS: ReadonlySet<string> = new Set([
  ...UNINTERPRETED,
  ...KEYWORDS_OF_TYPES.flatMap(([, keywords]) => keywords),
  ...['type', 'enum', 'const', 'nullable'],
  ...['$ref', '$dynamicRef', '$recursiveRef', 'allOf', 'anyOf', 'oneOf'],
]);

/** Whether a key has no part in what a schema admits: known annotations, and what this reader has never heard of. */
export function isAnnotation(keyword: string): boolean {
  return ANNOTATIONS.has(keyword) || !ASSERTIONS.has(keyword);
}
