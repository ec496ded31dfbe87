import { JsonObject } from '@backstage/types';
import { PRINTABLE } from '../router/requestParts';
import { unmappedLimits } from '../unmapped/unmappedLimits';
import { unmappedSorts } from '../unmapped/UnmappedQuery';
import { entityRef, nodeId } from './nodeParts';
import { environmentSchema, nodeIdSchema } from './parameters';
import {
  amount,
  errorResponses,
  jsonResponse,
  listOf,
  objectSchema,
  OpenApiPaths,
  OpenApiSchemas,
  queryParameter,
  text,
  time,
} from './parts';

const needs = 'Needs the permission `lineage.node.read`.';
const kind: JsonObject = { type: 'string', enum: ['dataset', 'job'] };

/** The routes about what was observed and is not in the catalog. */
export const unmappedPaths: OpenApiPaths = {
  '/unmapped': {
    get: {
      operationId: 'ListUnmapped',
      tags: ['unmapped'],
      summary: 'Lists datasets and jobs that no entity of the catalog claims',
      description: `${needs} Of one list, ${unmappedLimits.examined} are looked at, those that are known for the shortest time, ${unmappedLimits.searched} with \`text\`, and ${unmappedLimits.compared} when sorted by connections; \`truncated\` says that there are more.`,
      parameters: [
        queryParameter('kind', 'Both when missing.', kind),
        queryParameter(
          'environment',
          'One environment; all when missing or `*`.',
          environmentSchema,
        ),
        queryParameter(
          'text',
          'Part of the namespace or name; the case of A to Z makes no difference.',
          {
            type: 'string',
            maxLength: unmappedLimits.textLength,
            pattern: PRINTABLE,
          },
        ),
        queryParameter(
          'sort',
          'Names go up; times and numbers of connections go down.',
          { type: 'string', enum: [...unmappedSorts], default: 'lastSeen' },
        ),
        queryParameter('limit', 'How many items a page holds.', {
          type: 'integer',
          minimum: 1,
          maximum: unmappedLimits.page.most,
          default: unmappedLimits.page.default,
        }),
        queryParameter(
          'cursor',
          'Continues a list: `nextCursor` of the page before.',
          {
            type: 'string',
            minLength: 1,
            maxLength: unmappedLimits.cursorLength,
          },
        ),
      ],
      responses: {
        200: jsonResponse('A page of datasets and jobs.', 'UnmappedPage'),
        ...errorResponses(400, 403),
      },
    },
  },
  '/unmapped/draft': {
    post: {
      operationId: 'DraftEntities',
      tags: ['unmapped'],
      summary: 'Drafts the catalog YAML of datasets and jobs',
      description: `${needs} Nothing is written anywhere.`,
      requestBody: {
        description: 'Which ones, by node id.',
        required: true,
        content: {
          'application/json': {
            schema: objectSchema(
              {
                ids: {
                  type: 'array',
                  items: nodeIdSchema,
                  minItems: 1,
                  maxItems: unmappedLimits.drafted,
                },
              },
              ['ids'],
            ),
          },
        },
      },
      responses: {
        200: jsonResponse('The draft.', 'Draft'),
        ...errorResponses(400, 403, 413, 503),
      },
    },
  },
};

const connections: JsonObject = {
  ...amount,
  description: `Connections in all environments; at most ${unmappedLimits.connections} are counted.`,
};

/** What these routes answer. */
export const unmappedSchemas: OpenApiSchemas = {
  UnmappedNode: objectSchema(
    {
      id: nodeId,
      kind,
      namespace: text,
      name: text,
      environment: text,
      type: { ...text, examples: ['table', 'batch'] },
      upstream: connections,
      downstream: connections,
      foldedNames: {
        ...amount,
        description: 'How many names that rules fold into one it stands for.',
      },
      owners: {
        type: 'array',
        items: text,
        description: 'As the sender calls them.',
      },
      firstSeen: time,
      lastSeen: time,
    },
    [
      'id',
      'kind',
      'namespace',
      'name',
      'environment',
      'upstream',
      'downstream',
    ],
  ),
  UnmappedPage: objectSchema(
    {
      items: listOf('UnmappedNode'),
      total: {
        ...amount,
        description: `All that match, counted up to ${unmappedLimits.total}.`,
      },
      truncated: {
        type: 'boolean',
        const: true,
        description: 'There are more than are looked at for one list.',
      },
      nextCursor: text,
    },
    ['items', 'total'],
  ),
  DraftItem: objectSchema(
    {
      id: nodeId,
      entityRef,
      owner: {
        ...entityRef,
        description: 'Missing when nothing says whose it is.',
      },
      similar: {
        type: 'array',
        items: entityRef,
        description:
          'Entities with much the same name, which may be the same thing.',
      },
    },
    ['id', 'entityRef', 'similar'],
  ),
  Draft: objectSchema(
    {
      yaml: { ...text, description: 'One document per thing.' },
      items: listOf('DraftItem'),
    },
    ['yaml', 'items'],
  ),
};
