import { EvidenceAddition } from '@understudy/plugin-ml-common';
import { z } from 'zod/v3';
import { parseRequest } from '../router/parseRequest';
import { baselineSchema } from './baselineSchema';
import { evaluationSchema } from './evaluationSchema';
import { additionLimits } from './evidenceLimits';
import { provenanceSchema } from './provenanceSchema';
import { count, hasMember, text } from './schemaParts';

const SHA256 = /^sha256:[0-9a-f]{64}$/;

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
    content: text(additionLimits.content).optional(),
  })
  .strict();

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

function isInside(path: string): boolean {
  return path
    .split('/')
    .every(part => part !== '' && part !== '..' && part !== '.');
}
