import { canonicalJson } from '../../canonical/canonicalJson';
import { Json } from '../../fields/json';
import { isParsedObject, own, ParsedObject } from '../importing/values';

/** Where a part of a contract keeps what ODCS said there; contracts leave names with `x-` alone. */
export const KEPT = 'x-odcs';

export type JsonObject = Record<string, Json>;

/** What a part of a document said and a contract has no word for. */
export interface Kept {
  /** Keys that a contract does not know, as they were. */
  other?: JsonObject;
  /** Keys that it knows, where they were written in another way than an export would. */
  spelling?: JsonObject;
}

/** The same part, with what has to be kept. */
export function keep<T extends object>(part: T, kept: Kept): T {
  const { other, spelling } = kept;
  const needed = {
    ...(other && Object.keys(other).length > 0 && { other }),
    ...(spelling && { spelling }),
  };
  return Object.keys(needed).length > 0 ? { ...part, [KEPT]: needed } : part;
}

/** What was kept; whoever edits a contract by hand may have written anything there. */
export function keptOf(part: object): Kept {
  const kept = own(part as ParsedObject, KEPT);
  if (!isParsedObject(kept)) {
    return {};
  }
  const member = (key: string) => {
    const value = own(kept, key);
    return isParsedObject(value) ? (value as JsonObject) : undefined;
  };
  const other = member('other');
  const spelling = member('spelling');
  return { ...(other && { other }), ...(spelling && { spelling }) };
}

export function isSame(one: unknown, other: unknown): boolean {
  return canonicalJson(one ?? null) === canonicalJson(other ?? null);
}

/** The members of an object with those keys. */
export function pick(object: object, keys: readonly string[]): JsonObject {
  return Object.fromEntries(
    Object.entries(object).filter(
      ([key, value]) => keys.includes(key) && value !== undefined,
    ),
  );
}

/** The members of an object without those keys. */
export function omit(object: object, keys: readonly string[]): JsonObject {
  return Object.fromEntries(
    Object.entries(object).filter(
      ([key, value]) => !keys.includes(key) && value !== undefined,
    ),
  );
}

/** A value without anything that was kept for ODCS, at any depth. */
export function withoutKept(value: unknown): unknown {
  if (Array.isArray(value)) {
    return value.map(withoutKept);
  }
  return isParsedObject(value)
    ? Object.fromEntries(
        Object.entries(value)
          .filter(([key]) => key !== KEPT)
          .map(([key, item]) => [key, withoutKept(item)]),
      )
    : value;
}
