import { z } from 'zod/v3';
import { additionLimits } from './evidenceLimits';
import { hasMember, text, webAddress } from './schemaParts';

const COMMIT = /^[0-9a-fA-F]{7,64}$/;

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

/** What a version was made from, and by what. */
export const provenanceSchema = z
  .object(provenanceParts)
  .strict()
  .refine(hasMember, 'says nothing');
