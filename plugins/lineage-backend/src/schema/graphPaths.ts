import { graphLimits } from '../graph/graphLimits';
import { runLimits } from '../runs/runRequests';
import { MAX_ID_LENGTH } from '../router/requestParts';
import {
  asOfParameter,
  depthParameter,
  directionParameter,
  depthSchema,
  environmentParameter,
  environmentSchema,
  kindsParameter,
  nodeIdSchema,
  nodeParameter,
  timeSchema,
} from './parameters';
import {
  errorResponses,
  jsonResponse,
  objectSchema,
  OpenApiPaths,
  queryParameter,
} from './parts';

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
        nodeParameter(
          'root',
          'Where to start. With `#<namespace>/<name>` of an output behind the id of a job, the job as the maker of that output.',
        ),
        directionParameter,
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
        environmentParameter,
        asOfParameter,
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
    post: {
      operationId: 'ExtendGraph',
      tags: ['graph'],
      summary: 'Reads what is around a node, to be added to a graph',
      description:
        'As `GET /graph`. `include` names nodes that the caller has already: edges between them and nodes of the answer are part of it, while they themselves are not unless they are found again. Those that are unknown, of other kinds or may not be seen make no difference.',
      requestBody: {
        description: 'What to read. At most 1 MiB.',
        required: true,
        content: {
          'application/json': {
            schema: objectSchema(
              {
                root: nodeIdSchema,
                direction: {
                  type: 'string',
                  enum: ['upstream', 'downstream', 'both'],
                  default: 'both',
                },
                depth: { ...depthSchema, default: graphLimits.depth.default },
                upstreamDepth: depthSchema,
                downstreamDepth: depthSchema,
                environment: environmentSchema,
                asOf: timeSchema,
                kinds: {
                  type: 'array',
                  items: { type: 'string', maxLength: 100 },
                  minItems: 1,
                  maxItems: 100,
                },
                limit: {
                  type: 'integer',
                  minimum: 1,
                  maximum: graphLimits.nodes.most,
                  default: graphLimits.nodes.default,
                },
                include: {
                  type: 'array',
                  items: nodeIdSchema,
                  maxItems: graphLimits.include.most,
                },
              },
              ['root'],
            ),
          },
        },
      },
      responses: {
        200: jsonResponse('The graph.', 'Graph'),
        ...errorResponses(400, 404, 413, 503),
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
        'Either of a `node`: of a job its own, of a dataset those that wrote it. Or those that read a version (`used`), with what depends on what they wrote: what has to be done again when the version was bad. A run is seen by whoever may see its job; datasets of it that may not be seen are left out.',
      parameters: [
        queryParameter(
          'node',
          'A job or dataset. An entity ref, or `ol:dataset:<namespace>/<name>` or `ol:job:<namespace>/<name>` with both parts percent-encoded.',
          nodeIdSchema,
        ),
        queryParameter(
          'used',
          'A version of a dataset or model, instead of `node`: the id of the node, `@`, and the version as events state it.',
          {
            type: 'string',
            minLength: 1,
            maxLength: MAX_ID_LENGTH + runLimits.versionLength,
            examples: ['model:default/fraud-score@42'],
          },
        ),
        queryParameter(
          'from',
          'With `used`: not before this time or day, as events state it. ISO 8601.',
          timeSchema,
        ),
        queryParameter(
          'to',
          'With `used`: before this time or day. ISO 8601.',
          timeSchema,
        ),
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
};
