import { JsonObject } from '@backstage/types';
import { impactLimits } from '../impact/impactLimits';
import {
  asOfParameter,
  environmentParameter,
  environmentSchema,
  kindsParameter,
  nodeIdSchema,
  nodeParameter,
} from './parameters';
import {
  errorResponses,
  jsonContent,
  jsonResponse,
  objectSchema,
  OpenApiPaths,
  queryParameter,
} from './parts';

/** The routes that say what a change reaches. */
export const impactPaths: OpenApiPaths = {
  '/impact': {
    get: {
      operationId: 'GetImpact',
      tags: ['impact'],
      summary: 'Says what a change of a node reaches, and whose it is',
      description: `As JSON summed up, with the nearest of it; with \`Accept: text/csv\` everything, streamed, up to ${impactLimits.rows} rows, nearest first.`,
      parameters: [
        nodeParameter('root', 'What is changed.'),
        queryParameter('direction', 'Which way to go.', {
          type: 'string',
          enum: ['downstream', 'upstream'],
          default: 'downstream',
        }),
        environmentParameter,
        asOfParameter,
        kindsParameter,
        queryParameter('limit', 'Items of the answer as JSON.', {
          type: 'integer',
          minimum: 1,
          maximum: impactLimits.items.most,
          default: impactLimits.items.default,
        }),
      ],
      responses: {
        200: {
          description: 'What is reached.',
          content: {
            ...(jsonContent('Impact').content as JsonObject),
            'text/csv': {
              schema: {
                type: 'string',
                description:
                  'A row for each thing. `complete` and `truncated` are the same in every row. Cells that a spreadsheet would run as a formula begin with a quote.',
              },
            },
          },
        },
        ...errorResponses(400, 404, 503),
      },
    },
  },
  '/impact/notify': {
    post: {
      operationId: 'NotifyOwners',
      tags: ['impact'],
      summary: 'Tells the owners of what a change reaches',
      description: `Needs the permission \`lineage.impact.notify\` and a signed-in person. Each owner gets one notification, about what the caller may see; at most ${impactLimits.owners} owners are told at once, those first of whom most is reached.`,
      requestBody: {
        description: 'What is changed, and what to say about it.',
        required: true,
        content: {
          'application/json': {
            schema: objectSchema(
              {
                root: nodeIdSchema,
                environment: environmentSchema,
                message: {
                  type: 'string',
                  maxLength: impactLimits.messageLength,
                },
              },
              ['root'],
            ),
          },
        },
      },
      responses: {
        200: jsonResponse('What came of it.', 'ImpactNotice'),
        ...errorResponses(400, 403, 404, 413, 429, 503),
      },
    },
  },
};
