import { JsonObject } from '@backstage/types';
import { deadLetterLimits } from '../deadLetters/operationRequests';
import {
  errorResponses,
  jsonContent,
  jsonResponse,
  objectSchema,
  OpenApiPaths,
  queryParameter,
  schemaRef,
} from './parts';

const eventIdSchema: JsonObject = { type: 'string', pattern: '^\\d{1,15}$' };

const encodingParameter: JsonObject = {
  name: 'Content-Encoding',
  in: 'header',
  required: false,
  description: 'How the body is packed.',
  schema: { type: 'string', enum: ['gzip', 'identity'] },
};

function ingestErrors(): JsonObject {
  const errors = errorResponses(400, 403, 413, 415, 503);
  return {
    ...errors,
    503: {
      ...(errors[503] as JsonObject),
      headers: {
        'Retry-After': {
          description: 'Seconds after which to send the same again.',
          schema: { type: 'integer', minimum: 1 },
        },
      },
    },
  };
}

/** The routes that take in events, and those that tell how that goes. */
export const operationPaths: OpenApiPaths = {
  '/api/v1/lineage': {
    post: {
      operationId: 'SendEvent',
      tags: ['ingest'],
      summary: 'Takes an OpenLineage event',
      description:
        'Needs the permission `lineage.event.write`. Answers once the event is stored; it appears in the graph soon after. The same event sent again changes nothing. At most 32 MiB, unpacked, and 4 MiB without facets that are too large to be kept.',
      parameters: [encodingParameter],
      requestBody: { required: true, ...jsonContent('OpenLineageEvent') },
      responses: {
        201: { description: 'It is stored.' },
        ...ingestErrors(),
      },
    },
  },
  '/api/v1/lineage/batch': {
    post: {
      operationId: 'SendEvents',
      tags: ['ingest'],
      summary: 'Takes a list of OpenLineage events',
      description:
        'As single events; those that cannot be read do not lose the others. At most 10,000 events and 32 MiB, unpacked.',
      parameters: [encodingParameter],
      requestBody: {
        required: true,
        content: {
          'application/json': {
            schema: {
              type: 'array',
              maxItems: 10_000,
              items: schemaRef('OpenLineageEvent'),
            },
          },
        },
      },
      responses: {
        200: jsonResponse('What became of each.', 'BatchAnswer'),
        ...ingestErrors(),
      },
    },
  },
  '/status': {
    get: {
      operationId: 'GetStatus',
      tags: ['operation'],
      summary: 'Says how taking in events goes',
      responses: {
        200: jsonResponse('How it goes.', 'Status'),
        ...errorResponses(),
      },
    },
  },
  '/dead-letters': {
    get: {
      operationId: 'ListDeadLetters',
      tags: ['operation'],
      summary:
        'Lists events that could not be put into the graph, oldest first',
      description: 'Needs the permission `lineage.dead-letter.read`.',
      parameters: [
        queryParameter('limit', 'How many items a page holds.', {
          type: 'integer',
          minimum: 1,
          maximum: deadLetterLimits.page.most,
          default: deadLetterLimits.page.default,
        }),
        queryParameter(
          'cursor',
          'Continues a list: `nextCursor` of the page before.',
          eventIdSchema,
        ),
      ],
      responses: {
        200: jsonResponse('A page of events.', 'DeadLetterPage'),
        ...errorResponses(400, 403),
      },
    },
  },
  '/dead-letters/replay': {
    post: {
      operationId: 'ReplayDeadLetters',
      tags: ['operation'],
      summary: 'Has events tried again that could not be put into the graph',
      description: 'Needs the permission `lineage.dead-letter.replay`.',
      requestBody: {
        required: false,
        description: 'Which ones; all when `ids` is missing.',
        content: {
          'application/json': {
            schema: objectSchema(
              {
                ids: {
                  type: 'array',
                  items: eventIdSchema,
                  minItems: 1,
                  maxItems: deadLetterLimits.replayed,
                },
              },
              [],
            ),
          },
        },
      },
      responses: {
        200: jsonResponse('How many are tried again.', 'Replay'),
        ...errorResponses(400, 403, 413),
      },
    },
  },
  '/openapi.json': {
    get: {
      operationId: 'GetDescription',
      tags: ['operation'],
      summary: 'Reads this description',
      responses: {
        200: {
          description: 'OpenAPI 3.1.',
          content: { 'application/json': { schema: { type: 'object' } } },
        },
        ...errorResponses(),
      },
    },
  },
};
