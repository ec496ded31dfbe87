import { z } from 'zod/v3';
import { parseRequest } from '../router/parseRequest';
import {
  askedNodeId,
  environmentName,
  pastTime,
  wholeNumber,
} from '../router/requestParts';
import { PathQuery } from './PathReader';

/** Bounds of `GET /path`. */
export const pathLimits = { nodes: { default: 100, most: 1000 } } as const;

const schema = z
  .object({
    from: askedNodeId,
    to: askedNodeId,
    environment: environmentName.optional(),
    asOf: pastTime.optional(),
    limit: wholeNumber(2, pathLimits.nodes.most).default(
      pathLimits.nodes.default,
    ),
  })
  .strict();

/** The query of paths. Throws InputError. */
export function readPathRequest(input: unknown): PathQuery {
  const { environment, asOf, ...query } = parseRequest(schema, input, 'query');
  return {
    ...query,
    ...(environment !== undefined && { environment }),
    ...(asOf !== undefined && { asOf }),
  };
}
