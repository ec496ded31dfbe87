/**
 * What SARIF 2.1.0 asks of the parts that we write, by its specification:
 * required members, their types, and no others than those that it knows.
 */
const text = { type: 'string' };
const message = object({ text }, ['text']);
const artifactLocation = object({
  uri: { type: 'string', minLength: 1 },
  uriBaseId: text,
});
const physicalLocation = object({
  artifactLocation,
  region: object({
    startLine: { type: 'integer', minimum: 1 },
    startColumn: { type: 'integer', minimum: 1 },
  }),
});
const location = object({
  id: { type: 'integer', minimum: -1 },
  message,
  physicalLocation,
});
const rule = object(
  {
    ...{ id: text, name: text, help: message },
    ...{ shortDescription: message, fullDescription: message },
    properties: {
      type: 'object',
      properties: { tags: listOf(text, true) },
    },
  },
  ['id'],
);
const result = object(
  {
    ruleId: text,
    ruleIndex: { type: 'integer', minimum: -1 },
    level: { enum: ['none', 'note', 'warning', 'error'] },
    message,
    locations: listOf(location),
    relatedLocations: listOf(location, true),
    partialFingerprints: { type: 'object', additionalProperties: text },
    suppressions: listOf(
      object(
        { kind: { enum: ['inSource', 'external'] }, justification: text },
        ['kind'],
      ),
      true,
    ),
  },
  ['message'],
);
const driver = object(
  {
    name: text,
    semanticVersion: { type: 'string', pattern: '^\\d+\\.\\d+\\.\\d+' },
    rules: listOf(rule, true),
  },
  ['name'],
);
const run = object(
  {
    tool: object({ driver }, ['driver']),
    columnKind: { enum: ['utf16CodeUnits', 'unicodeCodePoints'] },
    results: listOf(result),
  },
  ['tool'],
);

export const sarifSchema = object(
  {
    $schema: { type: 'string', minLength: 1 },
    version: { const: '2.1.0' },
    runs: listOf(run),
  },
  ['version', 'runs'],
);

function object(properties: Record<string, object>, required: string[] = []) {
  return { type: 'object', properties, required, additionalProperties: false };
}

function listOf(items: object, uniqueItems = false) {
  return { type: 'array', items, uniqueItems };
}
