import { InputError } from '@backstage/errors';
import {
  DatasetVersionRegistration,
  DataVersionRegistration,
  FeatureViewVersionRegistration,
} from '@understudy/plugin-ml-common';
import { z } from 'zod/v3';
import { isWellFormed } from '../database/isWellFormed';
import { registeredLabel } from '../registry/registeredLabel';
import { VersionFacts } from '../registry/versionRows';
import { versionLimits } from '../registry/versionContent';
import { parseRequest } from '../router/parseRequest';
import { boundedText } from '../router/queryParts';
import { textForm } from '../router/textForm';
import { canonicalDefinition, definitionDigest } from './definitionDigest';

/** How much a definition may hold. */
export const definitionLimits = {
  fields: 2000,
  entities: 50,
  sources: 200,
} as const;

/** A version of a feature view or dataset as it is to be stored. */
export interface NewDataVersion {
  registration: DataVersionRegistration;
  digest: string;
  /** Who worked the digest out: whoever sent it, or we from what was sent. */
  digestStrength: 'reported' | 'record';
  artifactUri?: string;
  facts: VersionFacts;
}

const time = z.string().datetime({ offset: true });

const digest = textForm('digest', 71);
const pair = z
  .object({
    key: boundedText(versionLimits.name),
    value: z.string().max(versionLimits.value),
  })
  .strict();
const name = boundedText(250).refine(
  isWellFormed,
  'has half a surrogate pair in it',
);
const sharedShape = {
  label: registeredLabel,
  description: boundedText(versionLimits.description).optional(),
  createdAt: time.optional(),
  tags: z.array(pair).max(versionLimits.tags).optional(),
  params: z.array(pair).max(versionLimits.params).optional(),
  links: z
    .array(
      z
        .object({ title: boundedText(250), url: textForm('webUrl', 2000) })
        .strict(),
    )
    .max(versionLimits.links)
    .optional(),
};

const definitionSchema = z
  .object({
    fields: z
      .array(
        z
          .object({ name, type: name.optional(), unit: name.optional() })
          .strict(),
      )
      .min(1)
      .max(definitionLimits.fields),
    entities: z
      .array(z.object({ name, type: name.optional() }).strict())
      .max(definitionLimits.entities),
    ttl: textForm('duration', 64).optional(),
    sources: z.array(name).max(definitionLimits.sources),
    transformation: digest.optional(),
  })
  .strict();
const viewSchema = z
  .object({
    ...sharedShape,
    definition: definitionSchema,
    digest: digest.optional(),
  })
  .strict();
const datasetSchema = z
  .object({
    ...sharedShape,
    digest,
    rows: z.number().int().min(0).max(Number.MAX_SAFE_INTEGER).optional(),
    bytes: z.number().int().min(0).max(Number.MAX_SAFE_INTEGER).optional(),
    uri: boundedText(2000).optional(),
    asOf: time.optional(),
  })
  .strict();

/** The body that registers a version of a feature view. Throws InputError. */
export function readFeatureViewVersion(body: unknown): NewDataVersion {
  const {
    definition,
    digest: given,
    ...registration
  }: FeatureViewVersionRegistration = parseRequest(viewSchema, body, 'body');
  requireUnique('fields', definition.fields);
  requireUnique('entities', definition.entities);
  const own = definitionDigest(definition);
  if (given !== undefined && given !== own) {
    throw new InputError(
      `body.digest is '${given}', but the digest of the definition is '${own}'; leave it out, or send the definition it is of`,
    );
  }
  return {
    registration,
    digest: own,
    digestStrength: given === undefined ? 'record' : 'reported',
    facts: { definition: canonicalDefinition(definition) },
  };
}

/** The body that registers a version of a dataset. Throws InputError. */
export function readDatasetVersion(body: unknown): NewDataVersion {
  const {
    digest: given,
    uri,
    rows,
    bytes,
    asOf,
    ...registration
  }: DatasetVersionRegistration = parseRequest(datasetSchema, body, 'body');
  return {
    registration,
    digest: given,
    digestStrength: 'reported',
    ...(uri === undefined ? {} : { artifactUri: uri }),
    facts: {
      snapshot: {
        ...(rows === undefined ? {} : { rows }),
        ...(bytes === undefined ? {} : { bytes }),
        ...(asOf === undefined ? {} : { asOf: new Date(asOf).toISOString() }),
      },
    },
  };
}

function requireUnique(list: string, items: readonly { name: string }[]): void {
  const seen = new Set<string>();
  for (const item of items) {
    if (seen.has(item.name)) {
      throw new InputError(
        `body.definition.${list} has '${item.name}' twice; names are unique`,
      );
    }
    seen.add(item.name);
  }
}
