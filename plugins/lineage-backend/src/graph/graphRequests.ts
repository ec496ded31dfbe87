import { LineageNodeName } from '@understudy/plugin-lineage-common';
import { z } from 'zod/v3';
import { parseRequest } from '../router/parseRequest';
import {
  askedNodeId,
  environmentName,
  nodeId,
  pastTime,
  wholeNumber,
  wordList,
  words,
} from '../router/requestParts';
import { graphLimits } from './graphLimits';
import { GraphQuery } from './LineageReader';

/** Numbers in a query are texts, in a body they are numbers. */
const parts = (number: typeof wholeNumber | typeof wholeNumberInBody) => {
  const depth = number(0, graphLimits.depth.most);
  return {
    root: askedNodeId,
    direction: z.enum(['upstream', 'downstream', 'both']).default('both'),
    depth: depth.default(graphLimits.depth.default),
    upstreamDepth: depth.optional(),
    downstreamDepth: depth.optional(),
    environment: environmentName.optional(),
    asOf: pastTime.optional(),
    limit: number(1, graphLimits.nodes.most).default(graphLimits.nodes.default),
  };
};

function wholeNumberInBody(least: number, most: number) {
  return z.number().int().min(least).max(most);
}

const querySchema = z
  .object({ ...parts(wholeNumber), kinds: wordList.optional() })
  .strict();
const bodySchema = z
  .object({
    ...parts(wholeNumberInBody),
    kinds: words.optional(),
    include: z.array(askedNodeId).max(graphLimits.include.most).optional(),
  })
  .strict();

/** The query of a graph. Throws InputError. */
export function readGraphRequest(input: unknown): GraphQuery {
  return toGraphQuery(parseRequest(querySchema, input, 'query'));
}

/** The body that asks for a graph, with the nodes that the caller has. Throws InputError. */
export function readGraphBody(input: unknown): GraphQuery {
  const { include, ...query } = parseRequest(bodySchema, input, 'body');
  return { ...toGraphQuery(query), ...(include && { include }) };
}

function toGraphQuery(query: z.infer<typeof querySchema>): GraphQuery {
  const { root, direction, environment, asOf, kinds, limit } = query;
  return {
    root,
    limit,
    ...(environment !== undefined && { environment }),
    ...(asOf !== undefined && { asOf }),
    ...(kinds && { kinds }),
    depth: {
      upstream:
        direction === 'downstream' ? 0 : (query.upstreamDepth ?? query.depth),
      downstream:
        direction === 'upstream' ? 0 : (query.downstreamDepth ?? query.depth),
    },
  };
}

const nodeSchema = z.object({ id: nodeId }).strict();

/** The path of a node. Throws InputError. */
export function readNodeRequest(input: unknown): LineageNodeName {
  return parseRequest(nodeSchema, input, 'params').id;
}
