import { InputError } from '@backstage/errors';
import {
  componentRoles,
  VersionRegistration,
} from '@understudy/plugin-ml-common';
import { z } from 'zod/v3';
import { evidenceAdditionSchema } from '../evidence/evidenceRequests';
import { parseRequest } from '../router/parseRequest';
import { boundedText, pageLimit, repeated } from '../router/queryParts';
import { textForm } from '../router/textForm';
import { registeredLabel } from './registeredLabel';
import { VersionListRequest } from './RegistryService';
import { versionLimits } from './versionContent';

const versionListSchema = z
  .object({
    view: z.enum(['notable', 'all']).default('notable'),
    label: boundedText(100).optional(),
    alias: boundedText(250).optional(),
    stage: boundedText(64).optional(),
    source: boundedText(64).optional(),
    variant: boundedText(250).optional(),
    createdBy: boundedText(250).optional(),
    tag: repeated(boundedText(501)),
    limit: pageLimit(50),
    cursor: boundedText(1000).optional(),
  })
  .strict();

/** The query of a list of versions. Throws InputError. */
export function readVersionListRequest(query: unknown): VersionListRequest {
  const { view, limit, cursor, tag, ...filter } = parseRequest(
    versionListSchema,
    query,
    'query',
  );
  return {
    view,
    limit,
    ...(cursor ? { cursor } : {}),
    filter: {
      ...filter,
      ...(tag?.length ? { tags: tag.map(readTag) } : {}),
    },
  };
}

/** The versions to compare. Throws InputError. */
export function readVersionTexts(query: unknown): string[] {
  const schema = z.object({ version: repeated(boundedText(250)) }).strict();
  return parseRequest(schema, query, 'query').version ?? [];
}

const metricSchema = z
  .object({
    name: boundedText(versionLimits.name),
    value: z.number().finite(),
    dataset: boundedText(500).optional(),
    datasetDigest: boundedText(128).optional(),
    split: boundedText(64).optional(),
    observedAt: z.string().datetime({ offset: true }).optional(),
  })
  .strict();
const pairSchema = z
  .object({
    key: boundedText(versionLimits.name),
    value: z.string().max(versionLimits.value),
  })
  .strict();
const fieldSchema = z
  .object({
    name: boundedText(250),
    type: boundedText(250),
    required: z.boolean(),
  })
  .strict();
const componentSchema = z
  .object({
    role: z.enum(componentRoles),
    ref: boundedText(600),
    version: boundedText(250).optional(),
    digest: boundedText(128).optional(),
  })
  .strict();

const registrationSchema = z
  .object({
    label: registeredLabel,
    digest: textForm('digest', 71),
    description: boundedText(versionLimits.description).optional(),
    variant: boundedText(250).optional(),
    artifactUri: boundedText(2000).optional(),
    runId: boundedText(250).optional(),
    modelId: boundedText(250).optional(),
    createdAt: z.string().datetime({ offset: true }).optional(),
    metrics: z.array(metricSchema).max(versionLimits.metrics).optional(),
    params: z.array(pairSchema).max(versionLimits.params).optional(),
    tags: z.array(pairSchema).max(versionLimits.tags).optional(),
    signature: z
      .object({
        inputs: z.array(fieldSchema).max(versionLimits.signatureFields),
        outputs: z.array(fieldSchema).max(versionLimits.signatureFields),
      })
      .strict()
      .optional(),
    components: z
      .array(componentSchema)
      .max(versionLimits.components)
      .optional(),
    links: z
      .array(
        z
          .object({ title: boundedText(250), url: textForm('webUrl', 2000) })
          .strict(),
      )
      .max(versionLimits.links)
      .optional(),
    evidence: evidenceAdditionSchema.optional(),
  })
  .strict();

/** The body that registers a version. Throws InputError. */
export function readVersionRegistration(body: unknown): VersionRegistration {
  return parseRequest(registrationSchema, body, 'body');
}

/** A tag as a query writes it. Throws InputError. */
export function readTag(tag: string): { key: string; value: string } {
  const separator = tag.indexOf('=');
  if (separator < 1) {
    throw new InputError(`query.tag '${tag}' is not of the form key=value`);
  }
  return { key: tag.slice(0, separator), value: tag.slice(separator + 1) };
}
