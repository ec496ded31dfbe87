import { z } from 'zod/v3';
import { isStorable } from '../database/isStorable';

const MAX_PAGE_SIZE = 100;
const MAX_REPEATS = 20;

/** A text that is there, of at most so many characters, and can be stored. */
export function boundedText(maxLength: number) {
  return z
    .string()
    .min(1)
    .max(maxLength)
    .refine(isStorable, 'has a NUL character in it');
}

/** A parameter that may be given once or several times. */
export function repeated<T extends z.ZodTypeAny>(item: T) {
  return z.preprocess(
    value => (value === undefined || Array.isArray(value) ? value : [value]),
    z.array(item).max(MAX_REPEATS).optional(),
  );
}

/** How many items a page holds. */
export function pageLimit(defaultLimit: number) {
  return z.coerce
    .number()
    .int()
    .min(1)
    .max(MAX_PAGE_SIZE)
    .default(defaultLimit);
}

/** `true` or `false`; false when left out. */
export const flag = z
  .preprocess(
    value => (typeof value === 'string' ? value === 'true' : value),
    z.boolean(),
  )
  .default(false);
