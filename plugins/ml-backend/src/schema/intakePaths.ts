import { JsonObject } from '@backstage/types';
import { intakeLimits } from '@understudy/plugin-ml-common';
import { intakeSortFields } from '../intake/records/IntakeRecordStore';
import {
  errorResponses,
  jsonBody,
  jsonResponse,
  OpenApiPaths,
  queryParameter,
  repeatedQueryParameter,
} from './parts';

const filterParameters: JsonObject[] = [
  repeatedQueryParameter('server', 'Ids of registry servers.', {
    items: { type: 'string', minLength: 1, maxLength: 64 },
    maxItems: 20,
  }),
  repeatedQueryParameter(
    'status',
    'How the records stand; `no-model` and `no-owner` when left out.',
    {
      items: {
        type: 'string',
        enum: ['no-model', 'no-owner', 'ignored', 'settled'],
      },
      maxItems: 20,
    },
  ),
  repeatedQueryParameter('boundBy', 'How they came to their Models.', {
    items: {
      type: 'string',
      enum: ['declared', 'decision', 'rule', 'default'],
    },
    maxItems: 20,
  }),
  queryParameter(
    'text',
    'Words that stand in the name, workspace, description or Model.',
    { type: 'string', minLength: 1, maxLength: 200 },
  ),
  queryParameter('gone', 'Also those that the registry no longer has.', {
    type: 'boolean',
    default: false,
  }),
  queryParameter(
    'sort',
    'What to order by; a minus sign turns the order round.',
    {
      type: 'string',
      enum: intakeSortFields.flatMap(field => [field, `-${field}`]),
      default: 'name',
    },
  ),
];

const dryRunParameter = queryParameter(
  'dryRun',
  'Only tells what would become of each line.',
  { type: 'boolean', default: false },
);

function textResponse(description: string, type: string): JsonObject {
  return { description, content: { [type]: { schema: { type: 'string' } } } };
}

/** The routes of the intake. */
export const intakePaths: OpenApiPaths = {
  '/intake': {
    get: {
      operationId: 'ListIntakeRecords',
      tags: ['intake'],
      summary: 'Lists records of registries and how they stand',
      description:
        'A record whose Model the catalog has is listed for those who may see the Model; one without for those with the permission `ml.intake.read`.',
      parameters: [
        ...filterParameters,
        queryParameter('limit', 'How many items a page holds.', {
          type: 'integer',
          minimum: 1,
          maximum: 100,
          default: 50,
        }),
        queryParameter(
          'cursor',
          'Continues a list: `nextCursor` of the page before. It belongs to the filters it was given with.',
          { type: 'string', minLength: 1, maxLength: 2000 },
        ),
      ],
      responses: {
        200: jsonResponse('A page of records.', 'IntakePage'),
        ...errorResponses(400, 503),
      },
    },
  },
  '/intake/servers': {
    get: {
      operationId: 'ListIntakeServers',
      tags: ['intake'],
      summary: 'Counts the records of each registry by how they stand',
      description: 'Counts are given to those who may see every record.',
      responses: {
        200: jsonResponse('Every registry.', 'IntakeServerList'),
        ...errorResponses(503),
      },
    },
  },
  '/intake/decisions': {
    post: {
      operationId: 'DecideIntakeRecords',
      tags: ['intake'],
      summary: 'Decides about records',
      description:
        'Answers with one result for each line, in order. A line that is refused keeps no other from being accepted; what is accepted is committed together. With `ml.intake.decide` everything may be decided, with `ml.intake.claim` what concerns groups of the caller.',
      parameters: [dryRunParameter],
      requestBody: jsonBody('The decisions.', 'IntakeDecisionRequests'),
      responses: {
        200: jsonResponse('What became of each line.', 'IntakeResults'),
        ...errorResponses(400, 403, 413, 503),
      },
    },
    get: {
      operationId: 'ListIntakeDecisions',
      tags: ['intake'],
      summary: 'Reads the decisions in force about one registry',
      description:
        'For importers: services only, with the permission `ml.intake.read`. A page holds 1000.',
      parameters: [
        {
          ...queryParameter('server', 'Id of the registry server.', {
            type: 'string',
            minLength: 1,
            maxLength: 64,
          }),
          required: true,
        },
        queryParameter('cursor', '`nextCursor` of the page before.', {
          type: 'string',
          minLength: 1,
          maxLength: 26,
        }),
      ],
      responses: {
        200: jsonResponse('A page of decisions.', 'IntakeDecisionPage'),
        ...errorResponses(400, 403),
      },
    },
  },
  '/intake/export': {
    get: {
      operationId: 'ExportIntakeRecords',
      tags: ['intake'],
      summary: 'Exports records as CSV',
      description:
        'The file can be edited and sent to `/intake/import`. Texts that a spreadsheet would run as a formula begin with a quote.',
      parameters: filterParameters,
      responses: {
        200: textResponse('The file, with a header.', 'text/csv'),
        ...errorResponses(400, 503),
      },
    },
  },
  '/intake/import': {
    post: {
      operationId: 'ImportIntakeDecisions',
      tags: ['intake'],
      summary: 'Decides what the rows of a CSV file ask for',
      description: `Reads the columns server, workspace, record, action, owner, bindTo and reason of an exported file, at most ${intakeLimits.csvRows} rows. Rows without an action are skipped.`,
      parameters: [dryRunParameter],
      requestBody: {
        description: 'The file.',
        required: true,
        content: { 'text/csv': { schema: { type: 'string' } } },
      },
      responses: {
        200: jsonResponse('What became of each row.', 'IntakeImportReport'),
        ...errorResponses(400, 403, 413, 503),
      },
    },
  },
  '/intake/drafts': {
    post: {
      operationId: 'DraftIntakeModels',
      tags: ['intake'],
      summary: 'Drafts the YAML of Models for a pull request',
      description:
        'One document per Model. For a Model with a YAML of its own only the entries to add.',
      requestBody: jsonBody('The records.', 'IntakeDraftRequest'),
      responses: {
        200: textResponse('YAML documents.', 'text/yaml'),
        ...errorResponses(400, 404, 413, 503),
      },
    },
  },
};
