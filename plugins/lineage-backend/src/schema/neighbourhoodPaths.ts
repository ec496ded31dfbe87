import { JsonObject } from '@backstage/types';
import { neighbourhoodLimits } from '../neighbourhoods/neighbourhoodLimits';
import { environmentSchema, nodeIdSchema } from './parameters';
import {
  errorResponses,
  jsonResponse,
  listOf,
  objectSchema,
  OpenApiPaths,
  OpenApiSchemas,
  schemaRef,
  text,
} from './parts';

const { depth, fieldDepth, fields, items, nodes, roots } = neighbourhoodLimits;

const wholeNumber = (
  minimum: number,
  bound: { default: number; most: number },
): JsonObject => ({
  type: 'integer',
  minimum,
  maximum: bound.most,
  default: bound.default,
});
const sides: JsonObject = {
  type: 'string',
  enum: ['upstream', 'downstream', 'both'],
  default: 'both',
};
const kinds: JsonObject = {
  type: 'array',
  items: { type: 'string', maxLength: 100 },
  minItems: 1,
  maxItems: 100,
};

/** The route that answers one question about many nodes. */
export const neighbourhoodPaths: OpenApiPaths = {
  '/neighbourhoods': {
    post: {
      operationId: 'ListNeighbourhoods',
      tags: ['graph'],
      summary: 'Answers one question about many nodes',
      description:
        'For each of `roots` what `GET /graph`, `GET /impact` and `GET /columns` answer, as far as they are asked for. Nothing is stored. A node that is unknown, or that the caller may not see, is `found: false` and does not lose the others.',
      requestBody: {
        description: 'What to read of which nodes.',
        required: true,
        content: {
          'application/json': {
            schema: objectSchema(
              {
                roots: {
                  type: 'array',
                  items: nodeIdSchema,
                  minItems: 1,
                  maxItems: roots,
                },
                environment: environmentSchema,
                graph: objectSchema(
                  {
                    direction: sides,
                    depth: wholeNumber(0, depth),
                    kinds,
                    limit: wholeNumber(1, nodes),
                  },
                  [],
                ),
                impact: objectSchema(
                  {
                    direction: {
                      type: 'string',
                      enum: ['upstream', 'downstream'],
                      default: 'downstream',
                    },
                    kinds,
                    limit: wholeNumber(1, items),
                  },
                  [],
                ),
                fields: objectSchema(
                  {
                    direction: sides,
                    depth: wholeNumber(0, fieldDepth),
                    limit: wholeNumber(1, fields),
                  },
                  [],
                ),
              },
              ['roots'],
            ),
          },
        },
      },
      responses: {
        200: jsonResponse('An answer for each node.', 'Neighbourhoods'),
        ...errorResponses(400, 413, 503),
      },
    },
  },
};

/** What the answers are made of. */
export const neighbourhoodSchemas: OpenApiSchemas = {
  Neighbourhood: objectSchema(
    {
      root: { ...text, description: 'As it was asked for.' },
      found: { type: 'boolean' },
      graph: schemaRef('Graph'),
      impact: schemaRef('Impact'),
      fields: schemaRef('Fields'),
    },
    ['root', 'found'],
  ),
  Neighbourhoods: objectSchema({ items: listOf('Neighbourhood') }, ['items']),
};
