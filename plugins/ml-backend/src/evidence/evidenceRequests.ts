import { EvidenceAddition } from '@understudy/plugin-ml-common';
import { z } from 'zod/v3';
import { isWellFormed } from '../database/isWellFormed';
import { parseRequest } from '../router/parseRequest';
import { boundedText } from '../router/queryParts';
import { additionLimits } from './evidenceLimits';

const SHA256 = /^sha256:[0-9a-f]{64}$/;
const COMMIT = /^[0-9a-fA-F]{7,64}$/;

/** What is hashed and goes into the ledger has to be valid Unicode. */
const text = (maxLength: number) =>
  boundedText(maxLength).refine(isWellFormed, 'is not valid Unicode');
const webAddress = text(2000).refine(
  value => /^https?:\/\/\S+$/i.test(value),
  'is not an http or https address',
);
const count = z.number().int().nonnegative().max(Number.MAX_SAFE_INTEGER);
const anyTime = z.string().datetime({ offset: true });

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

const evaluationSchema = z
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

const artifactSchema = z
  .object({
    path: text(500).refine(
      isInside,
      'is not a relative path with / between its parts and without ..',
    ),
    uri: text(2000).optional(),
    digest: z
      .string()
      .regex(
        SHA256,
        `is not 'sha256:' and 64 hexadecimal digits in lower case`,
      ),
    sizeBytes: count.optional(),
    mediaType: text(250).optional(),
  })
  .strict();

const baselineSchema = z
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

/** The parts of a provenance. */
export const provenanceParts = {
  run: z
    .object({ id: text(250), url: webAddress.optional() })
    .strict()
    .optional(),
  code: z
    .object({
      repository: webAddress.optional(),
      commit: z.string().regex(COMMIT, 'is not a hash of 7 to 64 digits'),
      path: text(500).optional(),
    })
    .strict()
    .optional(),
  data: z
    .array(
      z
        .object({
          ref: text(600),
          version: text(250).optional(),
          digest: text(128).optional(),
        })
        .strict(),
    )
    .max(additionLimits.data)
    .optional(),
  environment: z
    .object({
      image: text(500).optional(),
      digest: text(128).optional(),
      packages: text(additionLimits.packages).optional(),
    })
    .strict()
    .optional(),
  trainedBy: text(500).optional(),
  links: z
    .array(z.object({ title: text(250), url: webAddress }).strict())
    .max(additionLimits.links)
    .optional(),
};
const provenanceSchema = z
  .object(provenanceParts)
  .strict()
  .refine(hasMember, 'says nothing');

/** What is added to a version. */
export const evidenceAdditionSchema = z
  .object({
    evaluations: z
      .array(evaluationSchema)
      .max(additionLimits.evaluations)
      .optional(),
    artifacts: z.array(artifactSchema).max(additionLimits.artifacts).optional(),
    baselines: z.array(baselineSchema).max(additionLimits.baselines).optional(),
    provenance: provenanceSchema.optional(),
    card: z
      .object({ text: text(additionLimits.card) })
      .strict()
      .optional(),
    labels: z
      .array(
        z
          .object({
            key: text(additionLimits.name),
            value: text(additionLimits.labelValue).nullable(),
          })
          .strict(),
      )
      .max(additionLimits.labels)
      .optional(),
    riskTier: z
      .object({ tier: text(64), rationale: text(additionLimits.rationale) })
      .strict()
      .optional(),
  })
  .strict();

/** The body that adds evidence to a version. Throws InputError. */
export function readEvidenceAddition(body: unknown): EvidenceAddition {
  return parseRequest(
    evidenceAdditionSchema.refine(
      hasMember,
      'adds nothing; give evaluations, artifacts, baselines, provenance, card, labels or riskTier',
    ),
    body,
    'body',
  );
}

/** The body that takes a version back. Throws InputError. */
export function readDeletion(body: unknown): { reason: string } {
  return parseRequest(
    z.object({ reason: text(additionLimits.rationale) }).strict(),
    body,
    'body',
  );
}

function isSliceSize(by: object): boolean {
  const { length } = Object.keys(by);
  return length >= 1 && length <= additionLimits.sliceKeys;
}

function hasMember(value: object): boolean {
  return Object.values(value).some(member => member !== undefined);
}

function isInside(path: string): boolean {
  return path
    .split('/')
    .every(part => part !== '' && part !== '..' && part !== '.');
}

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
