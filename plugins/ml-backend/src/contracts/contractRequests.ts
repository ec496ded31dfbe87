import { parseEntityRef, stringifyEntityRef } from '@backstage/catalog-model';
import { z } from 'zod/v3';
import { parseRequest } from '../router/parseRequest';
import { boundedText, pageLimit } from '../router/queryParts';
import { ImportFormat, importFormats } from './sources/importDocument';

/** A contract as it is sent: as such, or as a schema in another format. */
export type SentContract =
  { contract: unknown } | { format: ImportFormat; document: unknown };

const refPart = z
  .string()
  .regex(
    /^[A-Za-z0-9]+(?:[-_.][A-Za-z0-9]+)*$/,
    'has to be a part of an entity ref',
  )
  .max(63);
const subjectSchema = z.object({
  kind: refPart,
  namespace: refPart,
  name: refPart,
});

/** The entity at a path `/contracts/{kind}/{namespace}/{name}`, in full. */
export function readSubjectPath(params: unknown): string {
  return stringifyEntityRef(parseRequest(subjectSchema, params, 'path'));
}

const sentSchema = z.object({
  contract: z.record(z.unknown()).optional(),
  format: z.enum(importFormats).optional(),
  document: z.unknown(),
});

const publishSchema = sentSchema.strict().superRefine(requireOneForm);

/** A contract to publish. Throws InputError. */
export function readSentContract(body: unknown): SentContract {
  return toSent(parseRequest(publishSchema, body, 'body'));
}

const checkSchema = sentSchema
  .extend({
    subject: z
      .string()
      .max(250)
      .regex(
        /^[A-Za-z0-9_.-]+:(?:[A-Za-z0-9_.-]+\/)?[A-Za-z0-9_.-]+$/,
        'has to be an entity ref such as model:default/churn',
      ),
    environment: boundedText(64).optional(),
  })
  .strict()
  .superRefine(requireOneForm);

/** A contract to check. Throws InputError. */
export function readCheckRequest(body: unknown): {
  subject: string;
  sent: SentContract;
  environment?: string;
} {
  const { subject, environment, ...sent } = parseRequest(
    checkSchema,
    body,
    'body',
  );
  return {
    subject: stringifyEntityRef(parseEntityRef(subject)),
    sent: toSent(sent),
    ...(environment !== undefined && { environment }),
  };
}

const pageSchema = z
  .object({ limit: pageLimit(25), cursor: boundedText(1000).optional() })
  .strict();

/** The query of a list of versions. Throws InputError. */
export function readContractPage(query: unknown) {
  return parseRequest(pageSchema, query, 'query');
}

const exportSchema = z
  .object({
    format: boundedText(32),
    version: boundedText(128).optional(),
  })
  .strict();

/** What to export, and how. Throws InputError. */
export function readExportRequest(query: unknown) {
  return parseRequest(exportSchema, query, 'query');
}

const deprecationSchema = z
  .object({
    removeAfter: z
      .string()
      .regex(/^\d{4}-\d{2}-\d{2}$/, 'has to be a day such as 2027-03-31'),
    replacement: boundedText(1000).optional(),
    reason: boundedText(2000),
    field: z
      .object({ port: boundedText(255), path: boundedText(1000) })
      .strict()
      .optional(),
  })
  .strict();

/** What is to be removed, when and why. Throws InputError. */
export function readDeprecation(body: unknown) {
  return parseRequest(deprecationSchema, body, 'body');
}

/** As {@link readDeprecation} gives it. */
export type RequestedDeprecation = ReturnType<typeof readDeprecation>;

function requireOneForm(
  { contract, format, document }: z.infer<typeof sentSchema>,
  context: z.RefinementCtx,
): void {
  const sentAsSchema = format !== undefined || document !== undefined;
  if (contract !== undefined ? sentAsSchema : !format || !document) {
    context.addIssue({
      code: 'custom',
      message: "has to have 'contract', or both 'format' and 'document'",
    });
  }
}

function toSent(sent: z.infer<typeof sentSchema>): SentContract {
  const { contract, format, document } = sent;
  return contract === undefined && format !== undefined
    ? { format, document }
    : { contract };
}
