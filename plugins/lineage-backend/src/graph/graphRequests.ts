import { LineageNodeName } from '@understudy/plugin-lineage-common';
import { z } from 'zod/v3';
import { parseRequest } from '../router/parseRequest';
import { nodeId, wholeNumber, wordList } from '../router/requestParts';
import { graphLimits } from './graphLimits';
import { GraphQuery } from './LineageReader';

const depth = wholeNumber(0, graphLimits.depth.most);
const graphSchema = z
  .object({
    root: nodeId,
    direction: z.enum(['upstream', 'downstream', 'both']).default('both'),
    depth: depth.default(graphLimits.depth.default),
    upstreamDepth: depth.optional(),
    downstreamDepth: depth.optional(),
    kinds: wordList.optional(),
    limit: wholeNumber(1, graphLimits.nodes.most).default(
      graphLimits.nodes.default,
    ),
  })
  .strict();

/** The query of a graph. Throws InputError. */
export function readGraphRequest(input: unknown): GraphQuery {
  const query = parseRequest(graphSchema, input, 'query');
  const { root, direction, kinds, limit } = query;
  return {
    root,
    limit,
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
