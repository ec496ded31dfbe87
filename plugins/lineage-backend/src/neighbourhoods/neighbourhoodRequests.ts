import { z } from 'zod/v3';
import { parseRequest } from '../router/parseRequest';
import { environmentName, nodeId, words } from '../router/requestParts';
import { neighbourhoodLimits } from './neighbourhoodLimits';
import { NeighbourhoodQuery } from './NeighbourhoodReader';

const { depth, fieldDepth, fields, items, nodes, roots } = neighbourhoodLimits;

const wholeNumber = (least: number, bound: { default: number; most: number }) =>
  z.number().int().min(least).max(bound.most).default(bound.default);
const sides = z.enum(['upstream', 'downstream', 'both']).default('both');

const schema = z
  .object({
    roots: z.array(z.string()).min(1).max(roots),
    environment: environmentName.optional(),
    graph: z
      .object({
        direction: sides,
        depth: wholeNumber(0, depth),
        kinds: words.optional(),
        limit: wholeNumber(1, nodes),
      })
      .strict()
      .optional(),
    impact: z
      .object({
        direction: z.enum(['upstream', 'downstream']).default('downstream'),
        kinds: words.optional(),
        limit: wholeNumber(1, items),
      })
      .strict()
      .optional(),
    fields: z
      .object({
        direction: sides,
        depth: wholeNumber(0, fieldDepth),
        limit: wholeNumber(1, fields),
      })
      .strict()
      .optional(),
  })
  .strict()
  .refine(
    ({ graph, impact, fields: wanted }) => graph ?? impact ?? wanted,
    'asks for nothing; give graph, impact or fields',
  );
const names = z.array(nodeId);

/** The body that asks about many nodes. Throws InputError. */
export function readNeighbourhoodRequest(input: unknown): NeighbourhoodQuery {
  const {
    roots: asked,
    environment,
    ...query
  } = parseRequest(schema, input, 'body');
  const { graph, impact, fields: wanted } = query;
  const where = environment === undefined ? {} : { environment };
  const read = parseRequest(names, asked, 'body.roots');
  return {
    roots: asked.map((id, index) => ({ id, name: read[index] })),
    ...(graph && {
      graph: {
        ...where,
        limit: graph.limit,
        depth: bothSides(graph),
        ...(graph.kinds && { kinds: graph.kinds }),
      },
    }),
    ...(impact && {
      impact: {
        query: {
          ...where,
          direction: impact.direction,
          ...(impact.kinds && { kinds: impact.kinds }),
        },
        limit: impact.limit,
      },
    }),
    ...(wanted && {
      fields: { limit: wanted.limit, depth: bothSides(wanted) },
    }),
  };
}

function bothSides(query: { direction: string; depth: number }) {
  return {
    upstream: query.direction === 'downstream' ? 0 : query.depth,
    downstream: query.direction === 'upstream' ? 0 : query.depth,
  };
}
