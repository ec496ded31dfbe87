import { z } from 'zod/v3';
import { additionLimits } from './evidenceLimits';
import { anyTime, count, text } from './schemaParts';

const metricSchema = z
  .object({
    name: text(additionLimits.name),
    value: z.number().finite(),
    ci: z.tuple([z.number().finite(), z.number().finite()]).optional(),
    n: count.optional(),
  })
  .strict()
  .superRefine(({ value, ci }, context) => {
    if (ci && (ci[0] > value || value > ci[1])) {
      context.addIssue({
        code: z.ZodIssueCode.custom,
        path: ['ci'],
        message: `is not [lower, upper] around the value ${value}`,
      });
    }
  });
const metricsSchema = z.array(metricSchema).min(1).max(additionLimits.metrics);

/** How a version did on a dataset. */
export const evaluationSchema = z
  .object({
    dataset: text(600),
    datasetDigest: text(128).optional(),
    split: text(64).optional(),
    metrics: metricsSchema,
    slices: z
      .array(
        z
          .object({
            by: z
              .record(text(additionLimits.name), text(additionLimits.name))
              .refine(isSliceSize, {
                message: `names 1 to ${additionLimits.sliceKeys} values`,
              }),
            metrics: metricsSchema,
          })
          .strict(),
      )
      .max(additionLimits.slices)
      .optional(),
    evaluatedAt: anyTime,
    tool: text(250).optional(),
    runUri: text(2000).optional(),
  })
  .strict();

function isSliceSize(by: object): boolean {
  const { length } = Object.keys(by);
  return length >= 1 && length <= additionLimits.sliceKeys;
}
