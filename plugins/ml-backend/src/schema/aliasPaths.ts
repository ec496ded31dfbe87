import { JsonObject } from '@backstage/types';
import {
  errorResponses,
  idempotencyKeyParameter,
  jsonBody,
  jsonResponse,
  modelParameters,
  objectSchema,
  OpenApiPaths,
  OpenApiSchemas,
  pathParameter,
  queryParameter,
  schemaRef,
} from './parts';

const text: JsonObject = { type: 'string' };
const time: JsonObject = { type: 'string', description: 'ISO 8601 in UTC.' };
const ulid: JsonObject = {
  type: 'string',
  pattern: '^[0-9A-HJKMNP-TV-Z]{26}$',
};
const choice: JsonObject = {
  type: 'string',
  enum: ['report', 'adopt', 'revert'],
};
const reason: JsonObject = { type: 'string', minLength: 1, maxLength: 2000 };
const listOf = (items: JsonObject): JsonObject => ({ type: 'array', items });

/** What the routes of aliases take and answer. */
export const aliasSchemas: OpenApiSchemas = {
  NamedVersion: objectSchema({ versionId: ulid, label: text }, [
    'versionId',
    'label',
  ]),
  AliasChange: objectSchema(
    {
      id: ulid,
      alias: text,
      server: {
        type: 'string',
        description: 'Id of the registry server, or `portal`.',
      },
      record: text,
      from: schemaRef('NamedVersion'),
      to: schemaRef('NamedVersion'),
      at: {
        ...time,
        description: 'When it was done or, from `outside`, first seen.',
      },
      via: { type: 'string', enum: ['promotion', 'client', 'outside'] },
      by: text,
      promotionId: ulid,
    },
    ['id', 'alias', 'server', 'record', 'at', 'via'],
  ),
  AliasHistory: objectSchema(
    { items: listOf(schemaRef('AliasChange')), nextCursor: ulid },
    ['items'],
  ),
  AliasDrift: objectSchema(
    {
      id: ulid,
      model: text,
      alias: text,
      server: text,
      record: text,
      stage: text,
      target: objectSchema({ environment: text, segment: text }, [
        'environment',
        'segment',
      ]),
      decided: schemaRef('NamedVersion'),
      found: schemaRef('NamedVersion'),
      since: time,
      state: {
        type: 'string',
        enum: ['open', 'reported', 'adopted', 'reverted', 'resolved'],
      },
      wanted: {
        type: 'string',
        enum: ['adopt', 'revert'],
        description: 'What was chosen and is not done yet.',
      },
      promotionId: ulid,
      choice: objectSchema({ by: text, at: time, reason: text }, [
        'by',
        'at',
        'reason',
      ]),
      may: listOf(choice),
      notAllowed: {
        ...listOf(objectSchema({ choice, reason: text }, ['choice', 'reason'])),
        description:
          'For each other choice: why not, whose decision it is and what to do.',
      },
    },
    [
      'id',
      'model',
      'alias',
      'server',
      'record',
      'stage',
      'target',
      'since',
      'state',
      'may',
    ],
  ),
  AliasDrifts: objectSchema({ items: listOf(schemaRef('AliasDrift')) }, [
    'items',
  ]),
  AliasDriftDecision: objectSchema({ choice, reason }, ['choice', 'reason']),
  Nothing: objectSchema({}, []),
};

/** The routes of what became of aliases, and of registries' webhooks. */
export const aliasPaths: OpenApiPaths = {
  '/models/{namespace}/{name}/alias-history': {
    get: {
      operationId: 'ListAliasChanges',
      tags: ['aliases'],
      summary: 'Says what became of the aliases of a model',
      description: 'Newest first, whoever moved them.',
      parameters: [
        ...modelParameters,
        queryParameter('alias', 'Only changes of this alias.', {
          type: 'string',
          minLength: 1,
          maxLength: 255,
        }),
        queryParameter('limit', 'How many items a page holds.', {
          type: 'integer',
          minimum: 1,
          maximum: 100,
          default: 50,
        }),
        queryParameter(
          'cursor',
          'Continues a list: `nextCursor` of the page before.',
          ulid,
        ),
      ],
      responses: {
        200: jsonResponse('A page of changes.', 'AliasHistory'),
        ...errorResponses(400, 404),
      },
    },
  },
  '/models/{namespace}/{name}/alias-drift': {
    get: {
      operationId: 'ListAliasDrifts',
      tags: ['aliases'],
      summary: 'Says where aliases point elsewhere than what was decided',
      description:
        'Those that are open or reported, then the last 20 that are over. `may` says what the caller may choose.',
      parameters: modelParameters,
      responses: {
        200: jsonResponse('The drifts.', 'AliasDrifts'),
        ...errorResponses(400, 404),
      },
    },
  },
  '/models/{namespace}/{name}/alias-drift/{id}': {
    post: {
      operationId: 'ChooseAboutAliasDrift',
      tags: ['aliases'],
      summary: 'Says what is to become of a drift',
      description:
        '`report`: it is known, and left; a signed-in person with `ml.promotion.create`. `adopt`: asks for a promotion of what was found, with all its gates and approvals; needs `ml.promotion.create`. `revert`: the alias is put back to what was decided; needs `ml.promotion.rollback`. 409 when the drift is over. 403 says whose decision it is.',
      parameters: [
        ...modelParameters,
        pathParameter('id', 'Id of the drift.', {
          type: 'string',
          minLength: 1,
          maxLength: 26,
        }),
        idempotencyKeyParameter,
      ],
      requestBody: jsonBody('The choice.', 'AliasDriftDecision'),
      responses: {
        200: jsonResponse('The drift after the choice.', 'AliasDrift'),
        ...errorResponses(400, 403, 404, 409, 413, 422, 503),
      },
    },
  },
  '/registries/{server}/webhook': {
    post: {
      operationId: 'TakeRegistryWebhook',
      tags: ['registries'],
      summary: 'Takes a webhook of a registry, and has it read',
      description:
        'Without a token: signed with `ml.registries.<id>.webhookSecret` as MLflow signs, HMAC-SHA256 of `<id>.<timestamp>.<body>` in `X-MLflow-Signature`, with `X-MLflow-Delivery-Id` and `X-MLflow-Timestamp`, at most five minutes old. What the body says is not looked at. A delivery that was taken before changes nothing.',
      security: [],
      parameters: [pathParameter('server', 'Id of the registry server.')],
      requestBody: {
        description: 'Anything, up to 1 MB.',
        content: { 'application/json': { schema: {} } },
      },
      responses: {
        202: jsonResponse('It is taken.', 'Nothing'),
        ...errorResponses(404, 413, 415),
      },
    },
  },
};
