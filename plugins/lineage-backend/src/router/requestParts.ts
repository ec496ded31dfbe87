import { z } from 'zod/v3';
import { LineageNodeName } from '@understudy/plugin-lineage-common';
import { isError } from '@backstage/errors';
import { parseNodeId } from '../graph/nodeIds';

/** Names are at most 5,120 characters, before they are percent-encoded. */
export const MAX_ID_LENGTH = 16_000;

/** The id of a node, read. */
export const nodeId = z
  .string()
  .min(1)
  .max(MAX_ID_LENGTH)
  .transform((id, context): LineageNodeName => {
    try {
      return parseNodeId(id);
    } catch (error) {
      context.addIssue({
        code: z.ZodIssueCode.custom,
        message: isError(error) ? error.message : String(error),
      });
      return z.NEVER;
    }
  });

/** A number in a query, between bounds. */
export function wholeNumber(least: number, most: number) {
  return z.coerce.number().int().min(least).max(most);
}

/** Words separated by commas. */
export const wordList = z
  .string()
  .max(2000)
  .transform(
    text =>
      new Set(
        text
          .split(',')
          .map(word => word.trim().toLowerCase())
          .filter(Boolean),
      ),
  )
  .refine(words => words.size > 0, 'names no kind');
