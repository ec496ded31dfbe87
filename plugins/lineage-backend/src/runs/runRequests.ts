import { LineageNodeName } from '@understudy/plugin-lineage-common';
import { z } from 'zod/v3';
import { decodeCursor, Place } from '../router/cursor';
import { parseRequest } from '../router/parseRequest';
import { nodeId, wholeNumber } from '../router/requestParts';

/** What is bounded about runs. */
export const runLimits = { page: { default: 20, most: 100 } } as const;

const schema = z
  .object({
    node: nodeId,
    limit: wholeNumber(1, runLimits.page.most).default(runLimits.page.default),
    cursor: z.string().min(1).max(1000).optional(),
  })
  .strict();

/** The query of a list of runs. Throws InputError. */
export function readRunsRequest(input: unknown): {
  node: LineageNodeName;
  limit: number;
  after?: Place;
} {
  const { cursor, ...query } = parseRequest(schema, input, 'query');
  return { ...query, ...(cursor && { after: decodeCursor(cursor) }) };
}
