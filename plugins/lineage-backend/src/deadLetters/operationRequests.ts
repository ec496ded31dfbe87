import { z } from 'zod/v3';
import { parseRequest } from '../router/parseRequest';
import { wholeNumber } from '../router/requestParts';

/** What is bounded about dead letters. */
export const deadLetterLimits = {
  page: { default: 20, most: 100 },
  replayed: 1000,
} as const;

const eventId = z.string().regex(/^\d{1,15}$/, 'is not the id of an event');
const listSchema = z
  .object({
    limit: wholeNumber(1, deadLetterLimits.page.most).default(
      deadLetterLimits.page.default,
    ),
    cursor: eventId.optional(),
  })
  .strict();
const replaySchema = z
  .object({
    ids: z.array(eventId).min(1).max(deadLetterLimits.replayed).optional(),
  })
  .strict();

/** The query of the list of dead letters. Throws InputError. */
export function readDeadLettersRequest(input: unknown): {
  limit: number;
  after?: string;
} {
  const { limit, cursor } = parseRequest(listSchema, input, 'query');
  return { limit, ...(cursor && { after: cursor }) };
}

/** The body that asks for dead letters to be tried again: which, or all. Throws InputError. */
export function readReplayRequest(
  body: unknown,
): readonly string[] | undefined {
  return parseRequest(replaySchema, body ?? {}, 'body').ids;
}
