import { z } from 'zod/v3';
import { isWellFormed } from '../database/isWellFormed';
import { additionLimits } from './evidenceLimits';
import { count, text } from './schemaParts';

/** What the values of a field looked like. */
export const baselineSchema = z
  .object({
    field: text(additionLimits.name),
    dataset: text(600).optional(),
    datasetDigest: text(128).optional(),
    n: count,
    edges: z
      .array(z.number().finite())
      .min(2)
      .max(additionLimits.bins + 1)
      .optional(),
    categories: z
      .array(z.string().max(additionLimits.name).refine(isWellFormed))
      .min(1)
      .max(additionLimits.bins)
      .optional(),
    counts: z.array(count).min(1).max(additionLimits.bins),
    missing: count.optional(),
    mean: z.number().finite().optional(),
    standardDeviation: z.number().finite().nonnegative().optional(),
  })
  .strict()
  .superRefine((baseline, context) => {
    for (const [path, message] of baselineProblems(baseline)) {
      context.addIssue({ code: z.ZodIssueCode.custom, path: [path], message });
    }
  });

function baselineProblems(baseline: {
  n: number;
  edges?: number[];
  categories?: string[];
  counts: number[];
  missing?: number;
}): [field: string, message: string][] {
  const { n, edges, categories, counts, missing = 0 } = baseline;
  const problems: [string, string][] = [];
  if ((edges === undefined) === (categories === undefined)) {
    problems.push(['edges', 'give either edges or categories']);
  }
  if (edges && edges.length !== counts.length + 1) {
    problems.push([
      'counts',
      `has ${counts.length} bins; ${edges.length} edges make ${edges.length - 1}`,
    ]);
  }
  if (edges?.some((edge, index) => index > 0 && edge <= edges[index - 1])) {
    problems.push(['edges', 'does not rise from one edge to the next']);
  }
  if (categories && categories.length !== counts.length) {
    problems.push([
      'counts',
      `has ${counts.length} bins for ${categories.length} categories`,
    ]);
  }
  if (categories && new Set(categories).size < categories.length) {
    problems.push(['categories', 'names a category twice']);
  }
  const rows = counts.reduce((sum, rowsOfBin) => sum + rowsOfBin, missing);
  if (rows > n) {
    problems.push(['n', `is less than the ${rows} rows of counts and missing`]);
  }
  return problems;
}
