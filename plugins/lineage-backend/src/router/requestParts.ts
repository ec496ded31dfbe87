import { z } from 'zod/v3';
import {
  LineageNodeName,
  toEventTime,
} from '@understudy/plugin-lineage-common';
import { InputError, isError } from '@backstage/errors';
import { AskedNode, parseAskedNode, parseNodeId } from '../graph/nodeIds';

/** Names are at most 5,120 characters, before they are percent-encoded. */
export const MAX_ID_LENGTH = 16_000;
export const MAX_ENVIRONMENT_LENGTH = 64;
/** Text without control characters, as a regular expression. */
export const PRINTABLE = '^[^\\u0000-\\u001f\\u007f]*$';

/** A text that is read as something; what is wrong with it is said as an issue. */
function readAs<T>(parse: (text: string) => T) {
  return (text: string, context: z.RefinementCtx): T => {
    try {
      return parse(text);
    } catch (error) {
      context.addIssue({
        code: z.ZodIssueCode.custom,
        message: isError(error) ? error.message : String(error),
      });
      return z.NEVER;
    }
  };
}

const idText = z.string().min(1).max(MAX_ID_LENGTH);

/** The id of a node, read; of a job as the maker of one output, that of the job. */
export const nodeId = idText.transform(readAs<LineageNodeName>(parseNodeId));

/** The id of a node, read; a job as the maker of one output is something of its own. */
export const askedNodeId = idText.transform(readAs<AskedNode>(parseAskedNode));

/** The name of an environment, or `*` for all. */
export const environmentName = z
  .string()
  .min(1)
  .max(MAX_ENVIRONMENT_LENGTH)
  .regex(new RegExp(PRINTABLE, 'u'), 'has control characters');

/** A number in a query, between bounds. */
export function wholeNumber(least: number, most: number) {
  return z.coerce.number().int().min(least).max(most);
}

function toWords(words: readonly string[]): Set<string> {
  return new Set(words.map(word => word.trim().toLowerCase()).filter(Boolean));
}

/** Words separated by commas. */
export const wordList = z
  .string()
  .max(2000)
  .transform(text => toWords(text.split(',')))
  .refine(words => words.size > 0, 'names no kind');

/** Words in a body. */
export const words = z
  .array(z.string().max(100))
  .max(100)
  .transform(toWords)
  .refine(found => found.size > 0, 'names no kind');

const DAY = /^\d{4}-\d{2}-\d{2}$/;
const timeText = z.string().min(1).max(64);

/** A time or a day, ISO 8601, as event times are stored. */
export const eventTime = timeText.transform(readAs(readTime));

/** A time that has been. */
export const pastTime = timeText.transform(
  readAs(text => {
    const time = readTime(text);
    if (Date.parse(`${time.slice(0, 23)}Z`) > Date.now()) {
      throw new InputError(`'${text}' is still to come`);
    }
    return time;
  }),
);

function readTime(text: string): string {
  try {
    return toEventTime(DAY.test(text) ? `${text}T00:00:00Z` : text, {
      // Whether it is to come does not matter here.
      now: new Date('9998-01-01'),
      strict: false,
    });
  } catch {
    // What it says is about events.
    throw new InputError(`'${text}' is not a time as ISO 8601 has it`);
  }
}
