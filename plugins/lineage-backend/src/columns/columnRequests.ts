import { z } from 'zod/v3';
import { parseRequest } from '../router/parseRequest';
import { nodeId, wholeNumber } from '../router/requestParts';
import { columnLimits } from './columnLimits';
import { ColumnQuery } from './ColumnReader';

const depth = wholeNumber(0, columnLimits.depth.most);
const schema = z
  .object({
    root: nodeId,
    field: z.string().min(1).max(columnLimits.fieldLength).optional(),
    direction: z.enum(['upstream', 'downstream', 'both']).default('both'),
    depth: depth.default(columnLimits.depth.default),
    limit: wholeNumber(1, columnLimits.fields.most).default(
      columnLimits.fields.default,
    ),
  })
  .strict();

/** The query of fields. Throws InputError. */
export function readColumnRequest(input: unknown): ColumnQuery {
  const query = parseRequest(schema, input, 'query');
  const { root, field, direction, limit } = query;
  return {
    root,
    limit,
    ...(field !== undefined && { field }),
    depth: {
      upstream: direction === 'downstream' ? 0 : query.depth,
      downstream: direction === 'upstream' ? 0 : query.depth,
    },
  };
}
