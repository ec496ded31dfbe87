import { z } from 'zod/v3';
import { isWellFormed } from '../database/isWellFormed';
import { boundedText } from '../router/queryParts';

/** What is hashed and goes into the ledger has to be valid Unicode. */
export const text = (maxLength: number) =>
  boundedText(maxLength).refine(isWellFormed, 'is not valid Unicode');
export const webAddress = text(2000).refine(
  value => /^https?:\/\/\S+$/i.test(value),
  'is not an http or https address',
);
export const count = z
  .number()
  .int()
  .nonnegative()
  .max(Number.MAX_SAFE_INTEGER);
export const anyTime = z.string().datetime({ offset: true });

/** Whether an object says anything. */
export function hasMember(value: object): boolean {
  return Object.values(value).some(member => member !== undefined);
}
