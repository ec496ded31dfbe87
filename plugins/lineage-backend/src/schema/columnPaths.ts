import { columnLimits } from '../columns/columnLimits';
import { overviewLimits } from '../overview/overviewRequests';
import { pathLimits } from '../paths/pathRequests';
import { environment, names, nodeId, summary } from './nodeParts';
import {
  asOfParameter,
  environmentParameter,
  directionParameter,
  kindsParameter,
  nodeParameter,
} from './parameters';
import {
  amount,
  errorResponses,
  jsonResponse,
  listOf,
  objectSchema,
  OpenApiPaths,
  OpenApiSchemas,
  queryParameter,
  schemaRef,
  text,
  time,
} from './parts';

/** The routes that follow fields, and that connect two nodes. */
export const columnPaths: OpenApiPaths = {
  '/columns': {
    get: {
      operationId: 'GetColumns',
      tags: ['columns'],
      summary: 'Reads what fields are made from, and what is made from them',
      description:
        'By the latest `lineage` or `columnLineage` facets. Every field is passed once, however many ways lead to it. Fields of one name of an entity with several datasets are one field. What decides over a dataset as a whole decides over each of its fields, and so over all that is made from one: a connection that is `within` leads from the whole to the field. It counts no hop, and is told of fields that lead on; of all fields of the root it is left out.',
      parameters: [
        nodeParameter('root', 'A dataset.'),
        queryParameter('field', 'A field of it; all when missing.', {
          type: 'string',
          minLength: 1,
          maxLength: columnLimits.fieldLength,
        }),
        directionParameter,
        queryParameter('depth', 'Hops on each side.', {
          type: 'integer',
          minimum: 0,
          maximum: columnLimits.depth.most,
          default: columnLimits.depth.default,
        }),
        queryParameter('limit', 'Fields of the answer.', {
          type: 'integer',
          minimum: 1,
          maximum: columnLimits.fields.most,
          default: columnLimits.fields.default,
        }),
      ],
      responses: {
        200: jsonResponse('The fields.', 'Fields'),
        ...errorResponses(400, 404, 503),
      },
    },
  },
  '/overview': {
    get: {
      operationId: 'GetOverview',
      tags: ['graph'],
      summary: 'Reads everything around a node, for a map',
      description:
        'All hops on the sides asked for, with the names of things and little else. Nearer nodes come before others when not all fit.',
      parameters: [
        nodeParameter('root', 'Where to start.'),
        directionParameter,
        environmentParameter,
        asOfParameter,
        kindsParameter,
        queryParameter('limit', 'Nodes of the answer.', {
          type: 'integer',
          minimum: 1,
          maximum: overviewLimits.nodes.most,
          default: overviewLimits.nodes.default,
        }),
      ],
      responses: {
        200: jsonResponse('The map.', 'Overview'),
        ...errorResponses(400, 404, 503),
      },
    },
  },
  '/path': {
    get: {
      operationId: 'FindPath',
      tags: ['graph'],
      summary: 'Finds how two nodes are connected',
      description:
        'All shortest paths along the data; where there is none, those against it. No nodes when there is none either way.',
      parameters: [
        nodeParameter('from', 'Where to start.'),
        nodeParameter('to', 'Where to go.'),
        environmentParameter,
        asOfParameter,
        queryParameter('limit', 'Nodes of the answer.', {
          type: 'integer',
          minimum: 2,
          maximum: pathLimits.nodes.most,
          default: pathLimits.nodes.default,
        }),
      ],
      responses: {
        200: jsonResponse('The paths.', 'Path'),
        ...errorResponses(400, 404, 503),
      },
    },
  },
};

const field = objectSchema({ node: nodeId, field: text }, ['node']);
const truncated = {
  type: 'boolean',
  description: 'There is more than could be answered.',
};
const complete = {
  type: 'boolean',
  description:
    'False when part of it was left out because the caller may not see it.',
};

/** What answers about fields and paths are made of. */
export const columnSchemas: OpenApiSchemas = {
  FieldNode: objectSchema(
    {
      ...summary,
      fields: {
        type: 'array',
        items: text,
        description: 'Those that are part of the answer.',
      },
      indirect: {
        type: 'array',
        items: text,
        minItems: 1,
        description:
          'Those of `fields` that are connected with what was asked about only by way of something that decides.',
      },
      distance: objectSchema({ upstream: amount, downstream: amount }, []),
    },
    ['id', 'kind', 'fields', 'distance'],
  ),
  FieldEdge: objectSchema(
    {
      source: field,
      target: field,
      kind: {
        type: 'string',
        enum: ['direct', 'indirect', 'both'],
        description:
          'Whether the value is passed on, or only decides something, as a filter does.',
      },
      how: {
        type: 'array',
        items: {
          type: 'string',
          enum: ['filter', 'join', 'groupBy', 'sort', 'window', 'conditional'],
        },
        minItems: 1,
        description: 'How it decides, where events say so.',
      },
      within: {
        type: 'boolean',
        const: true,
        description:
          'From a dataset as a whole to one of its fields, over which it decides, too.',
      },
      restricted: {
        type: 'boolean',
        const: true,
        description: 'It leads through something the caller may not see.',
      },
    },
    ['source', 'target', 'kind'],
  ),
  Fields: objectSchema(
    {
      root: nodeId,
      field: text,
      nodes: listOf('FieldNode'),
      edges: listOf('FieldEdge'),
      truncated,
      cut: {
        type: 'boolean',
        enum: [true],
        description:
          'Facets of these datasets say more about their fields than is kept.',
      },
      complete,
    },
    ['root', 'nodes', 'edges', 'truncated', 'complete'],
  ),
  OverviewNode: objectSchema(
    {
      ...names,
      distance: objectSchema({ upstream: amount, downstream: amount }, []),
    },
    ['id', 'kind', 'distance'],
  ),
  Overview: objectSchema(
    {
      root: nodeId,
      environment,
      asOf: time,
      nodes: listOf('OverviewNode'),
      edges: {
        type: 'array',
        items: objectSchema(
          {
            from: { ...amount, description: 'Place in `nodes`.' },
            to: { ...amount, description: 'Place in `nodes`.' },
            origin: {
              type: 'string',
              enum: ['observed', 'declared', 'both'],
            },
            restricted: { type: 'boolean', const: true },
          },
          ['from', 'to', 'origin'],
        ),
      },
      truncated,
      complete,
    },
    ['root', 'environment', 'nodes', 'edges', 'truncated', 'complete'],
  ),
  PathNode: objectSchema(
    {
      ...summary,
      distance: {
        ...amount,
        description: 'Hops from where the paths begin.',
      },
    },
    ['id', 'kind', 'distance'],
  ),
  Path: objectSchema(
    {
      from: nodeId,
      to: nodeId,
      environment,
      asOf: time,
      direction: {
        type: 'string',
        enum: ['downstream', 'upstream'],
        description:
          'Along the data, or against it because there is no path along it.',
      },
      nodes: listOf('PathNode'),
      edges: { type: 'array', items: schemaRef('Edge') },
      truncated,
      complete,
    },
    [
      'from',
      'to',
      'environment',
      'direction',
      'nodes',
      'edges',
      'truncated',
      'complete',
    ],
  ),
};
