import { JsonObject } from '@backstage/types';
import {
  errorResponses,
  jsonResponse,
  objectSchema,
  OpenApiPaths,
  OpenApiSchemas,
  queryParameter,
  repeatedQueryParameter,
  schemaRef,
} from './parts';
import { summaryProperties, summaryRequired } from './registrySchemas';

function text(name: string, description: string, maxLength: number) {
  return queryParameter(name, description, {
    type: 'string',
    minLength: 1,
    maxLength,
  });
}

function texts(name: string, description: string, maxLength: number) {
  return repeatedQueryParameter(name, description, {
    items: { type: 'string', minLength: 1, maxLength },
    maxItems: 20,
  });
}

const filterParameters: JsonObject[] = [
  queryParameter('kind', 'Of what kind of entity the versions are.', {
    type: 'string',
    enum: ['Model', 'FeatureView', 'Dataset'],
    default: 'Model',
  }),
  texts(
    'model',
    'Entity refs of what the versions are of: any of them. Of the kind that `kind` says.',
    250,
  ),
  texts('owner', 'Entity refs of owners: any of them.', 250),
  text(
    'text',
    'Start of the name of the entity, or of the label, whatever its case.',
    200,
  ),
  text('stage', 'Stage the version is assigned in now.', 64),
  text('alias', 'An alias that points at the version now.', 250),
  text('source', 'Id of the registry server.', 64),
  text('variant', 'The variant, such as `store=0417`.', 250),
  text(
    'createdBy',
    'Who made the version, as it is shown, or registered it through the portal (`registeredBy`).',
    250,
  ),
  text(
    'contract',
    'Semantic version of the contract that the version keeps to, such as `2.1.0`.',
    64,
  ),
  texts('tag', 'A tag as `key=value`: all of them.', 501),
  texts(
    'metric',
    'A metric, a sign and a number, such as `auc>=0.9`: all of them. Signs are `=`, `!=`, `<`, `<=`, `>`, `>=`. The name may be any that the metric dictionary knows; one measurement that fits is enough.',
    300,
  ),
  queryParameter('createdAfter', 'At this time or later, ISO 8601.', {
    type: 'string',
    format: 'date-time',
  }),
  queryParameter('createdBefore', 'Before this time, ISO 8601.', {
    type: 'string',
    format: 'date-time',
  }),
  queryParameter(
    'includeDeleted',
    'Also versions that were deleted: those with a `tombstone`. They are neither listed nor counted otherwise. Versions that a registry no longer has (`goneSince`) are always among the others.',
    { type: 'boolean', default: false },
  ),
];

/** The routes that look for versions across models. */
export const versionSearchPaths: OpenApiPaths = {
  '/versions': {
    get: {
      operationId: 'FindVersions',
      tags: ['versions'],
      summary: 'Finds versions across models, newest first',
      description:
        'Versions of all models, feature views or datasets that the caller may see. All filters must fit. A page may be short, or empty, and still have a `nextCursor`, where the caller may see little of what fits.',
      parameters: [
        ...filterParameters,
        queryParameter('limit', 'How many items a page holds.', {
          type: 'integer',
          minimum: 1,
          maximum: 100,
          default: 25,
        }),
        queryParameter(
          'cursor',
          'Continues a list: `nextCursor` of the page before. It belongs to the filters it was given with.',
          { type: 'string', minLength: 1, maxLength: 1000 },
        ),
      ],
      responses: {
        200: jsonResponse('A page of versions.', 'FoundVersionPage'),
        ...errorResponses(400, 503),
      },
    },
  },
  '/versions/export': {
    get: {
      operationId: 'ExportVersions',
      tags: ['versions'],
      summary: 'The same search as a file, streamed',
      description:
        'At most 100,000 versions. A file that ends there says so: as CSV in its last row, as JSON by `truncated`. In CSV, cells that a spreadsheet would run as a formula have a quote before them, and lists are joined with semicolons.',
      parameters: [
        queryParameter('format', 'The form of the file.', {
          type: 'string',
          enum: ['csv', 'json'],
          default: 'csv',
        }),
        ...filterParameters,
      ],
      responses: {
        200: {
          description: 'The versions.',
          content: {
            'text/csv': { schema: { type: 'string' } },
            'application/json': { schema: schemaRef('ExportedVersions') },
          },
        },
        ...errorResponses(400, 503),
      },
    },
  },
};

/** The shapes of what a search for versions answers. */
export const versionSearchSchemas: OpenApiSchemas = {
  FoundVersion: objectSchema(
    {
      ...summaryProperties,
      owner: {
        type: 'string',
        description: 'Entity ref of the owner of what it is a version of.',
      },
      contractVersions: {
        type: 'array',
        items: { type: 'string' },
        description: 'Versions of the contract that it has.',
      },
    },
    [...summaryRequired, 'contractVersions'],
  ),
  FoundVersionPage: objectSchema(
    {
      items: {
        type: 'array',
        items: schemaRef('FoundVersion'),
        maxItems: 100,
      },
      nextCursor: { type: 'string' },
      total: {
        type: 'integer',
        minimum: 0,
        description:
          'Left out when the caller may not see everything, and when a filter fits more than 1,000.',
      },
    },
    ['items'],
  ),
  ExportedVersions: objectSchema(
    {
      items: { type: 'array', items: schemaRef('FoundVersion') },
      truncated: {
        type: 'boolean',
        description: 'Whether more fit than the file holds.',
      },
    },
    ['items', 'truncated'],
  ),
};
