import { deleteVersionOperation } from './evidencePaths';
import {
  errorResponses,
  idempotencyKeyParameter,
  jsonBody,
  jsonResponse,
  modelParameters,
  OpenApiPaths,
  pathParameter,
  queryParameter,
  repeatedQueryParameter,
} from './parts';

const cursorParameter = queryParameter(
  'cursor',
  'Continues a list: `nextCursor` of the page before. It belongs to the filters it was given with.',
  { type: 'string', minLength: 1, maxLength: 1000 },
);

function limitParameter(defaultLimit: number) {
  return queryParameter('limit', 'How many items a page holds.', {
    type: 'integer',
    minimum: 1,
    maximum: 100,
    default: defaultLimit,
  });
}

function textParameter(name: string, description: string, maxLength = 250) {
  return queryParameter(name, description, {
    type: 'string',
    minLength: 1,
    maxLength,
  });
}

const versionParameter = pathParameter(
  'version',
  'A label, an alias or the id of the version.',
);

/** What a list of versions of one entity is narrowed and paged by. */
export const versionListParameters = [
  queryParameter(
    'view',
    '`notable` holds what is or was assigned, has an alias, or is among the latest ten.',
    { type: 'string', enum: ['notable', 'all'], default: 'notable' },
  ),
  textParameter('label', 'Start of the label.', 100),
  textParameter('alias', 'An alias that points at the version now.'),
  textParameter('stage', 'Stage the version is assigned in now.', 64),
  textParameter('source', 'Id of the registry server.', 64),
  textParameter('variant', 'The variant, such as `store=0417`.'),
  textParameter(
    'createdBy',
    'Who made the version, as it is shown, or registered it through the portal (`registeredBy`).',
  ),
  repeatedQueryParameter('tag', 'A tag as `key=value`.', {
    items: { type: 'string', minLength: 1, maxLength: 501 },
    maxItems: 20,
  }),
  limitParameter(50),
  cursorParameter,
];

/** The routes of models, versions and registries. */
export const registryPaths: OpenApiPaths = {
  '/models': {
    get: {
      operationId: 'ListModels',
      tags: ['models'],
      summary: 'Lists models',
      description:
        'Models of the catalog that the caller may see, with their champions and latest version. A model appears within minutes of the catalog knowing it.',
      parameters: [
        repeatedQueryParameter('owner', 'Entity refs of owners.', {
          items: { type: 'string', minLength: 1, maxLength: 250 },
          maxItems: 20,
        }),
        textParameter('type', 'The `spec.type` of the model.', 128),
        textParameter('lifecycle', 'The `spec.lifecycle` of the model.', 128),
        textParameter(
          'stage',
          'Stage in which some version of the model is assigned now.',
          64,
        ),
        textParameter(
          'tier',
          'The highest risk tier of the uses of the model.',
          64,
        ),
        textParameter(
          'text',
          'Words that stand in the name, title or description.',
          200,
        ),
        queryParameter(
          'mine',
          'Only models that the caller owns, directly or through a group.',
          { type: 'boolean', default: false },
        ),
        queryParameter(
          'sort',
          'What to order by; a minus sign turns the order round.',
          {
            type: 'string',
            enum: [
              'title',
              '-title',
              'owner',
              '-owner',
              'type',
              '-type',
              'lifecycle',
              '-lifecycle',
              'tier',
              '-tier',
            ],
            default: 'title',
          },
        ),
        limitParameter(25),
        cursorParameter,
      ],
      responses: {
        200: jsonResponse('A page of models.', 'ModelPage'),
        ...errorResponses(400, 503),
      },
    },
  },
  '/models/{namespace}/{name}/versions': {
    get: {
      operationId: 'ListModelVersions',
      tags: ['versions'],
      summary: 'Lists the versions of a model, newest first',
      parameters: [...modelParameters, ...versionListParameters],
      responses: {
        200: jsonResponse('A page of versions.', 'ModelVersionPage'),
        ...errorResponses(400, 404),
      },
    },
    post: {
      operationId: 'RegisterModelVersion',
      tags: ['versions'],
      summary: 'Registers a version of a model whose home is the portal',
      description:
        'For builds, with the token of a service that has the permission `ml.version.register`, and for owners of the model. `evidence` is stored with the version or not at all. Answers 409 when the label is taken or when a registry is the home of the model.',
      parameters: [...modelParameters, idempotencyKeyParameter],
      requestBody: jsonBody('The version.', 'VersionRegistration'),
      responses: {
        201: jsonResponse('The version as it was stored.', 'ModelVersion'),
        ...errorResponses(400, 403, 404, 409, 413, 422, 503),
      },
    },
  },
  '/models/{namespace}/{name}/versions/compare': {
    get: {
      operationId: 'CompareModelVersions',
      tags: ['versions'],
      summary: 'Puts two to four versions side by side',
      parameters: [
        ...modelParameters,
        repeatedQueryParameter(
          'version',
          'A label, an alias or an id; two to four times.',
          {
            items: { type: 'string', minLength: 1, maxLength: 250 },
            minItems: 2,
            maxItems: 4,
          },
        ),
      ],
      responses: {
        200: jsonResponse('The comparison.', 'VersionComparison'),
        ...errorResponses(400, 404, 409),
      },
    },
  },
  '/models/{namespace}/{name}/versions/{version}': {
    get: {
      operationId: 'GetModelVersion',
      tags: ['versions'],
      summary: 'Reads one version in full',
      description:
        'Answers 409, naming them, when an alias points at versions in several registry records.',
      parameters: [...modelParameters, versionParameter],
      responses: {
        200: jsonResponse('The version.', 'ModelVersion'),
        ...errorResponses(400, 404, 409),
      },
    },
    ...deleteVersionOperation,
  },
  '/registries': {
    get: {
      operationId: 'ListRegistries',
      tags: ['registries'],
      summary: 'Tells how the reads of the registries went',
      responses: {
        200: jsonResponse('Every registry.', 'RegistryList'),
        ...errorResponses(),
      },
    },
  },
  '/registries/{server}/sync': {
    post: {
      operationId: 'SyncRegistry',
      tags: ['registries'],
      summary: 'Has a registry read as soon as possible',
      description:
        'Needs the permission `ml.registry.sync`. The read goes on after the answer; watch `lastAttemptAt` and `lastSuccessAt`.',
      parameters: [pathParameter('server', 'Id of the registry server.')],
      responses: {
        202: jsonResponse(
          'The registry will be read; its state before.',
          'RegistrySourceStatus',
        ),
        ...errorResponses(400, 403, 404),
      },
    },
  },
  '/openapi.json': {
    get: {
      operationId: 'GetOpenApi',
      tags: ['description'],
      summary: 'This document',
      responses: {
        200: {
          description: 'An OpenAPI 3.1 document.',
          content: { 'application/json': { schema: { type: 'object' } } },
        },
        ...errorResponses(),
      },
    },
  },
};
