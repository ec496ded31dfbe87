import { parseEntityRef, stringifyEntityRef } from '@backstage/catalog-model';
import { InputError } from '@backstage/errors';
import { z } from 'zod/v3';
import { MetricDictionary } from '../registry/MetricDictionary';
import { readTag } from '../registry/registryRequests';
import { parseRequest } from '../router/parseRequest';
import { boundedText, flag, pageLimit, repeated } from '../router/queryParts';
import { parseMetricCondition } from './metricCondition';
import { VersionedKind, VersionSearchFilter } from './VersionSearchFilter';

/** Which versions to look for. */
export interface VersionSearchRequest {
  filter: VersionSearchFilter;
  /** 1 to 100. */
  limit: number;
  cursor?: string;
}

/** How versions are exported. */
export type VersionExportFormat = 'csv' | 'json';

/** The kinds as a query writes them. */
export const queryKinds = ['Model', 'FeatureView', 'Dataset'] as const;

const kindOf: Record<(typeof queryKinds)[number], VersionedKind> = {
  Model: 'model',
  FeatureView: 'featureview',
  Dataset: 'dataset',
};

const time = z
  .string()
  .datetime({ offset: true })
  .transform(text => new Date(text).toISOString());

const filterShape = {
  kind: z.enum(queryKinds).default('Model'),
  model: repeated(boundedText(250)),
  owner: repeated(boundedText(250)),
  text: boundedText(200).optional(),
  stage: boundedText(64).optional(),
  alias: boundedText(250).optional(),
  source: boundedText(64).optional(),
  variant: boundedText(250).optional(),
  createdBy: boundedText(250).optional(),
  contract: boundedText(64).optional(),
  tag: repeated(boundedText(501)),
  metric: repeated(boundedText(300)),
  createdAfter: time.optional(),
  createdBefore: time.optional(),
  includeDeleted: flag,
};
const searchSchema = z
  .object({
    ...filterShape,
    limit: pageLimit(25),
    cursor: boundedText(1000).optional(),
  })
  .strict();
const exportSchema = z
  .object({ ...filterShape, format: z.enum(['csv', 'json']).default('csv') })
  .strict();

/** The query of a search for versions. Throws InputError. */
export function readVersionSearchRequest(
  query: unknown,
  dictionary: MetricDictionary,
): VersionSearchRequest {
  const { limit, cursor, ...filter } = parseRequest(
    searchSchema,
    query,
    'query',
  );
  return {
    filter: toFilter(filter, dictionary),
    limit,
    ...(cursor ? { cursor } : {}),
  };
}

/** The query of an export of versions. Throws InputError. */
export function readVersionExportRequest(
  query: unknown,
  dictionary: MetricDictionary,
): { filter: VersionSearchFilter; format: VersionExportFormat } {
  const { format, ...filter } = parseRequest(exportSchema, query, 'query');
  return { filter: toFilter(filter, dictionary), format };
}

type FilterQuery = Omit<z.infer<typeof searchSchema>, 'limit' | 'cursor'>;

function toFilter(
  {
    kind: kindName,
    model,
    owner,
    text,
    tag,
    metric,
    includeDeleted,
    ...exact
  }: FilterQuery,
  dictionary: MetricDictionary,
): VersionSearchFilter {
  const kind = kindOf[kindName];
  const start = text?.trim();
  return {
    kind,
    ...exact,
    ...(model?.length ? { models: model.map(ref => readRef(ref, kind)) } : {}),
    ...(owner?.length ? { owners: owner.map(readOwner) } : {}),
    ...(start ? { text: start } : {}),
    ...(includeDeleted ? { includeDeleted } : {}),
    ...(tag?.length ? { tags: tag.map(readTag) } : {}),
    ...(metric?.length
      ? { metrics: metric.map(one => parseMetricCondition(one, dictionary)) }
      : {}),
  };
}

function readRef(text: string, kind: VersionedKind): string {
  const ref = parseRef('model', text, kind);
  if (ref.kind.toLowerCase() !== kind) {
    throw new InputError(
      `query.model '${text}' is a ${ref.kind}, but versions of kind '${kind}' are looked for; set kind`,
    );
  }
  return stringifyEntityRef(ref);
}

function readOwner(text: string): string {
  return stringifyEntityRef(parseRef('owner', text, 'group'));
}

function parseRef(field: string, text: string, defaultKind: string) {
  try {
    return parseEntityRef(text, { defaultKind, defaultNamespace: 'default' });
  } catch (error) {
    throw new InputError(
      `query.${field} '${text}' is no entity ref; write [<kind>:][<namespace>/]<name>`,
      error,
    );
  }
}
