import { z } from 'zod/v3';
import { isStorable } from '../../database/isStorable';
import { isWellFormed } from '../../database/isWellFormed';

/** How much a client may send of one thing. What is over is refused, not cut. */
export const mlflowLimits = {
  name: 250,
  description: 10_000,
  source: 2000,
  tags: 200,
  tagKey: 250,
  tagValue: 6000,
  alias: 255,
  filter: 5000,
  orderBy: 5,
  /** Asked for by clients that leave it to their own defaults. */
  modelsPerPage: 1000,
  versionsPerPage: 200_000,
  /** What a page holds at most, whatever is asked for. */
  page: 10_000,
} as const;

/** A text of at most so many characters that can be stored as it is. */
export function text(maxLength: number) {
  return z
    .string()
    .max(maxLength)
    .refine(isStorable, 'has a NUL character in it')
    .refine(isWellFormed, 'has half a surrogate pair in it');
}

/** As `text`, and not blank. */
export function filledText(maxLength: number) {
  return text(maxLength).refine(value => value.trim() !== '', 'is empty');
}

/** MLflow takes a field that is null for one that was left out. */
export function optional<T extends z.ZodTypeAny>(schema: T) {
  return schema.nullish().transform(value => value ?? undefined);
}

/** Names go into `models:/name/version`, and so must not look like a path. */
export const modelName = filledText(mlflowLimits.name)
  .refine(name => !/[/:]/.test(name), "must not contain '/' or ':'")
  .refine(name => !/^\.{1,2}$/.test(name), 'must not be a path');

/** The number of a version; clients send it as a text or as a number. */
export const versionNumber = z
  .union([z.string(), z.number()])
  .transform(String)
  .refine(
    version => /^[1-9]\d{0,8}$/.test(version),
    'is not the number of a version, such as 3',
  )
  .transform(Number);

/** An alias to be read or removed. */
export const aliasName = filledText(mlflowLimits.alias).refine(
  alias => /^[\p{L}\p{N}_-]+$/u.test(alias),
  "may hold letters, digits, '_' and '-'",
);

/** An alias to be set: some names mean something already. */
export const newAliasName = aliasName
  .refine(
    alias => alias.toLowerCase() !== 'latest',
    "is reserved: 'latest' always is the newest version",
  )
  .refine(
    alias => !/^v\d+$/i.test(alias),
    'is reserved: it would read like the number of a version',
  );

const tag = z.object({
  key: filledText(mlflowLimits.tagKey),
  value: optional(text(mlflowLimits.tagValue)).transform(value => value ?? ''),
});

/** Tags as they are sent along; of equal keys the last counts. */
export const tagList = optional(z.array(tag).max(mlflowLimits.tags)).transform(
  tags => new Map((tags ?? []).map(({ key, value }) => [key, value])),
);

/** How much is asked for at most; a page may hold less. */
export function pageSize(defaultSize: number, largest: number) {
  return optional(z.coerce.number().int().min(1).max(largest)).transform(size =>
    Math.min(size ?? defaultSize, mlflowLimits.page),
  );
}

/** A list that a query gives as one value or as several. */
export function listOf<T extends z.ZodTypeAny>(item: T, max: number) {
  return z
    .preprocess(
      value => (value === undefined || Array.isArray(value) ? value : [value]),
      z.array(item).max(max).nullish(),
    )
    .transform(items => items ?? []);
}
