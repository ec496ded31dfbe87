import { LineageSide } from '@understudy/plugin-lineage-common';
import { z } from 'zod/v3';
import { parseRequest } from '../router/parseRequest';
import {
  askedNodeId,
  environmentName,
  pastTime,
  wholeNumber,
  wordList,
} from '../router/requestParts';
import { OverviewQuery } from './OverviewReader';

/** Bounds of `GET /overview`. */
export const overviewLimits = {
  nodes: { default: 5000, most: 10_000 },
} as const;

const schema = z
  .object({
    root: askedNodeId,
    direction: z.enum(['upstream', 'downstream', 'both']).default('both'),
    environment: environmentName.optional(),
    asOf: pastTime.optional(),
    kinds: wordList.optional(),
    limit: wholeNumber(1, overviewLimits.nodes.most).default(
      overviewLimits.nodes.default,
    ),
  })
  .strict();

/** The query of an overview. Throws InputError. */
export function readOverviewRequest(input: unknown): OverviewQuery {
  const query = parseRequest(schema, input, 'query');
  const { root, direction, environment, asOf, kinds, limit } = query;
  const sides: LineageSide[] =
    direction === 'both' ? ['upstream', 'downstream'] : [direction];
  return {
    root,
    sides,
    limit,
    ...(environment !== undefined && { environment }),
    ...(asOf !== undefined && { asOf }),
    ...(kinds && { kinds }),
  };
}
