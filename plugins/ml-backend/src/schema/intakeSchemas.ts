import { JsonObject } from '@backstage/types';
import { intakeLimits } from '@understudy/plugin-ml-common';
import { objectSchema, OpenApiSchemas, schemaRef } from './parts';

const text: JsonObject = { type: 'string' };
const time: JsonObject = { type: 'string', description: 'ISO 8601 in UTC.' };
const count: JsonObject = { type: 'integer', minimum: 0 };
const actions = ['claim', 'bind', 'ignore', 'reset'];

const bounded = (maxLength: number): JsonObject => ({
  type: 'string',
  minLength: 1,
  maxLength,
});
const listOf = (items: JsonObject, maxItems?: number): JsonObject => ({
  type: 'array',
  items,
  ...(maxItems === undefined ? {} : { maxItems }),
});

const status: JsonObject = {
  type: 'string',
  enum: ['no-model', 'no-owner', 'ignored', 'settled'],
  description:
    '`no-model`: no Model of the catalog has it; `no-owner`: its Model has no owner; `ignored`: left alone by decision; `settled`: everything else.',
};

/** The shapes of the intake. */
export const intakeSchemas: OpenApiSchemas = {
  // Looser than RegistryRecordRef below: rows of files may lack a name.
  IntakeRecordName: objectSchema(
    { server: text, workspace: text, name: text },
    ['server', 'name'],
  ),
  RegistryRecordRef: objectSchema(
    { server: bounded(64), workspace: bounded(128), name: bounded(500) },
    ['server', 'name'],
  ),
  IntakeDecision: {
    description: 'What was decided.',
    oneOf: [
      objectSchema({ action: { const: 'claim' }, owner: text, reason: text }, [
        'action',
        'owner',
      ]),
      objectSchema({ action: { const: 'bind' }, model: text, reason: text }, [
        'action',
        'model',
      ]),
      objectSchema({ action: { const: 'ignore' }, reason: text }, [
        'action',
        'reason',
      ]),
    ],
  },
  KeptIntakeDecision: objectSchema(
    {
      record: schemaRef('RegistryRecordRef'),
      decision: schemaRef('IntakeDecision'),
      decidedBy: text,
      decidedAt: time,
    },
    ['record', 'decision', 'decidedBy', 'decidedAt'],
  ),
  IntakeSuggestion: {
    description: 'A guess for somebody to confirm.',
    oneOf: [
      objectSchema({ action: { const: 'claim' }, owner: text, because: text }, [
        'action',
        'owner',
        'because',
      ]),
      objectSchema({ action: { const: 'bind' }, model: text, because: text }, [
        'action',
        'model',
        'because',
      ]),
    ],
  },
  IntakeRecord: objectSchema(
    {
      record: schemaRef('RegistryRecordRef'),
      kind: { type: 'string', enum: ['model', 'prompt'] },
      status,
      boundBy: {
        type: 'string',
        enum: ['declared', 'decision', 'rule', 'default'],
      },
      model: {
        type: 'string',
        description: 'Entity ref of the Model it belongs, or would belong, to.',
      },
      owner: text,
      environment: text,
      variant: text,
      description: text,
      versions: count,
      latestVersion: objectSchema({ label: text, createdAt: time }, [
        'label',
        'createdAt',
      ]),
      url: text,
      firstSeenAt: time,
      goneSince: time,
      decision: schemaRef('KeptIntakeDecision'),
      suggestions: listOf(schemaRef('IntakeSuggestion'), 3),
      allowed: listOf({ type: 'string', enum: actions }),
    },
    [
      'record',
      'kind',
      'status',
      'versions',
      'firstSeenAt',
      'suggestions',
      'allowed',
    ],
  ),
  IntakePage: objectSchema(
    {
      items: listOf(schemaRef('IntakeRecord'), 100),
      nextCursor: text,
      total: {
        ...count,
        description: 'Left out when the caller may not see every Model.',
      },
    },
    ['items'],
  ),
  IntakeServerList: objectSchema(
    {
      items: listOf(
        objectSchema(
          {
            server: text,
            title: text,
            counts: objectSchema(
              {
                'no-model': count,
                'no-owner': count,
                ignored: count,
                settled: count,
              },
              ['no-model', 'no-owner', 'ignored', 'settled'],
            ),
          },
          ['server', 'title'],
        ),
      ),
    },
    ['items'],
  ),
  IntakeDecisionRequests: objectSchema(
    {
      items: {
        type: 'array',
        minItems: 1,
        maxItems: intakeLimits.decisions,
        items: objectSchema(
          {
            record: schemaRef('RegistryRecordRef'),
            // What an action needs is told about its line.
            decision: objectSchema(
              {
                action: { type: 'string', enum: actions },
                owner: {
                  type: 'string',
                  maxLength: 512,
                  description: 'Entity ref of a group; for `claim`.',
                },
                model: {
                  type: 'string',
                  maxLength: 512,
                  description: 'Entity ref of a Model; for `bind`.',
                },
                reason: {
                  type: 'string',
                  maxLength: 10_000,
                  description: `Needed for \`ignore\`; at most ${intakeLimits.reason} characters.`,
                },
              },
              ['action'],
            ),
          },
          ['record', 'decision'],
        ),
      },
    },
    ['items'],
  ),
  IntakeResult: objectSchema(
    {
      record: schemaRef('IntakeRecordName'),
      outcome: {
        type: 'string',
        enum: ['accepted', 'unchanged', 'would-accept', 'refused'],
      },
      error: objectSchema({ name: text, message: text }, ['name', 'message']),
      line: {
        type: 'integer',
        minimum: 2,
        description: 'Line of the uploaded file, the header being 1.',
      },
    },
    ['record', 'outcome'],
  ),
  IntakeResults: objectSchema({ items: listOf(schemaRef('IntakeResult')) }, [
    'items',
  ]),
  IntakeDecisionPage: objectSchema(
    { items: listOf(schemaRef('KeptIntakeDecision'), 1000), nextCursor: text },
    ['items'],
  ),
  IntakeImportReport: objectSchema(
    {
      items: listOf(schemaRef('IntakeResult')),
      accepted: count,
      unchanged: count,
      refused: count,
      skipped: count,
    },
    ['items', 'accepted', 'unchanged', 'refused', 'skipped'],
  ),
  IntakeDraftRequest: objectSchema(
    {
      records: {
        type: 'array',
        minItems: 1,
        maxItems: intakeLimits.drafts,
        items: schemaRef('RegistryRecordRef'),
      },
    },
    ['records'],
  ),
};
