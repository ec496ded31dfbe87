import { entityRef } from './nodeParts';
import { nodeParameter } from './parameters';
import {
  errorResponses,
  jsonResponse,
  listOf,
  objectSchema,
  OpenApiPaths,
  OpenApiSchemas,
  schemaRef,
  text,
  time,
} from './parts';

/** The route that says where the catalog and what was observed disagree. */
export const findingsPaths: OpenApiPaths = {
  '/findings': {
    get: {
      operationId: 'ListFindings',
      tags: ['findings'],
      summary:
        'Says where the catalog and what was observed disagree about an entity',
      description:
        'Compares the direct connections of an entity with other entities, over all that is none, in all environments. At most 200 are listed, upstream first.',
      parameters: [nodeParameter('root', 'An entity.')],
      responses: {
        200: jsonResponse('The disagreements.', 'Findings'),
        ...errorResponses(400, 404, 503),
      },
    },
  },
};

const yesOrNo = { type: 'boolean' };

/** What findings are made of. */
export const findingsSchemas: OpenApiSchemas = {
  Finding: objectSchema(
    {
      type: {
        type: 'string',
        enum: ['declared-not-observed', 'observed-not-declared'],
      },
      side: { type: 'string', enum: ['upstream', 'downstream'] },
      other: schemaRef('NodeSummary'),
      relations: {
        type: 'array',
        items: text,
        description: 'Types of the relations of the catalog that declare it.',
      },
      via: {
        type: 'integer',
        minimum: 1,
        description: 'Observed through so many datasets and jobs.',
      },
      lastSeen: {
        ...time,
        description:
          'When it was last observed, directly or through one other node; of what is declared: that is over.',
      },
      reporting: {
        ...objectSchema({ root: yesOrNo, other: yesOrNo }, ['root', 'other']),
        description: 'Whether anything was observed of either end at all.',
      },
    },
    ['type', 'side', 'other', 'relations', 'reporting'],
  ),
  Findings: objectSchema(
    {
      root: entityRef,
      items: listOf('Finding'),
      truncated: {
        ...yesOrNo,
        description: 'There are more connections than were compared.',
      },
      complete: {
        ...yesOrNo,
        description: 'False when some connections may not be seen.',
      },
    },
    ['root', 'items', 'truncated', 'complete'],
  ),
};
