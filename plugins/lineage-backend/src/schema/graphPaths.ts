import { JsonObject } from '@backstage/types';
import { graphLimits } from '../graph/graphLimits';
import { impactLimits } from '../impact/impactLimits';
import { runLimits } from '../runs/runRequests';
import { MAX_ID_LENGTH } from '../router/requestParts';
import {
  errorResponses,
  jsonContent,
  jsonResponse,
  objectSchema,
  OpenApiPaths,
  queryParameter,
} from './parts';

const nodeIdSchema: JsonObject = {
  type: 'string',
  minLength: 1,
  maxLength: MAX_ID_LENGTH,
  examples: ['model:default/fraud-score'],
};

function nodeParameter(name: string, description: string): JsonObject {
  return queryParameter(
    name,
    `${description} An entity ref, or \`ol:dataset:<namespace>/<name>\` or \`ol:job:<namespace>/<name>\` with both parts percent-encoded.`,
    nodeIdSchema,
    { required: true },
  );
}

function depthParameter(name: string, description: string): JsonObject {
  return queryParameter(name, description, {
    type: 'integer',
    minimum: 0,
    maximum: graphLimits.depth.most,
  });
}

const kindsParameter = queryParameter(
  'kinds',
  'Kinds to show, separated by commas: `job`, `unmapped` for datasets of no entity, and kinds of entities. Others are left out, and what they connect is connected directly. All when missing.',
  {
    type: 'string',
    minLength: 1,
    maxLength: 2000,
    examples: ['model,dataset,unmapped'],
  },
);

/** The routes that read the graph. */
export const graphPaths: OpenApiPaths = {
  '/graph': {
    get: {
      operationId: 'GetGraph',
      tags: ['graph'],
      summary: 'Reads what is around a node',
      description:
        'Nearer nodes come before others when not all fit; `hidden` says what is left out.',
      parameters: [
        nodeParameter('root', 'Where to start.'),
        queryParameter('direction', 'Which way to go.', {
          type: 'string',
          enum: ['upstream', 'downstream', 'both'],
          default: 'both',
        }),
        queryParameter('depth', 'Hops on each side.', {
          type: 'integer',
          minimum: 0,
          maximum: graphLimits.depth.most,
          default: graphLimits.depth.default,
        }),
        depthParameter('upstreamDepth', 'Hops upstream, instead of `depth`.'),
        depthParameter(
          'downstreamDepth',
          'Hops downstream, instead of `depth`.',
        ),
        kindsParameter,
        queryParameter('limit', 'Nodes of the answer.', {
          type: 'integer',
          minimum: 1,
          maximum: graphLimits.nodes.most,
          default: graphLimits.nodes.default,
        }),
      ],
      responses: {
        200: jsonResponse('The graph.', 'Graph'),
        ...errorResponses(400, 404, 503),
      },
    },
  },
  '/nodes/{id}': {
    get: {
      operationId: 'GetNode',
      tags: ['graph'],
      summary: 'Reads everything that is known about a node',
      description:
        'Its names, facets and latest runs. Of a job as the maker of one output, the job is told about.',
      parameters: [
        {
          name: 'id',
          in: 'path',
          required: true,
          description: 'Id of the node, percent-encoded once more.',
          schema: nodeIdSchema,
        },
      ],
      responses: {
        200: jsonResponse('The node.', 'NodeDetail'),
        ...errorResponses(400, 404, 503),
      },
    },
  },
  '/runs': {
    get: {
      operationId: 'ListRuns',
      tags: ['runs'],
      summary: 'Lists runs, newest first',
      description:
        'Of a job its own, of a dataset those that wrote it. A run is seen by whoever may see its job; datasets of it that may not be seen are left out.',
      parameters: [
        nodeParameter('node', 'A job or dataset.'),
        queryParameter('limit', 'How many items a page holds.', {
          type: 'integer',
          minimum: 1,
          maximum: runLimits.page.most,
          default: runLimits.page.default,
        }),
        queryParameter(
          'cursor',
          'Continues a list: `nextCursor` of the page before.',
          {
            type: 'string',
            minLength: 1,
            maxLength: 1000,
          },
        ),
      ],
      responses: {
        200: jsonResponse('A page of runs.', 'RunPage'),
        ...errorResponses(400, 404, 503),
      },
    },
  },
  '/impact': {
    get: {
      operationId: 'GetImpact',
      tags: ['impact'],
      summary: 'Says what a change of a node reaches, and whose it is',
      description:
        'As JSON summed up, with the nearest of it; with `Accept: text/csv` everything, streamed.',
      parameters: [
        nodeParameter('root', 'What is changed.'),
        queryParameter('direction', 'Which way to go.', {
          type: 'string',
          enum: ['downstream', 'upstream'],
          default: 'downstream',
        }),
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
