import {
  ANNOTATION_LOCATION,
  ANNOTATION_ORIGIN_LOCATION,
  Entity,
} from '@backstage/catalog-model';
import { MlflowLinks } from '@understudy/mlflow-client';
import {
  ANNOTATION_IMPORTED_BY,
  ANNOTATION_OWNER_SOURCE,
  ANNOTATION_REGISTRY_GONE_SINCE,
  ANNOTATION_REGISTRY_NAME,
  ANNOTATION_REGISTRY_SERVER,
  entityLimits,
  ML_API_VERSION,
} from '@understudy/plugin-ml-common';
import { BoundRecord, KnownRecord, OwnerGuess } from './ImportPlan';

/** Said of what the registry does not say. */
const UNKNOWN = 'unknown';
const TYPE_TAG = 'type';
const LIFECYCLE_TAG = 'lifecycle';
const TERM = /^[a-z0-9]+(-[a-z0-9]+)*$/;
const MAX_TERM_LENGTH = 63;

/** Where imported entities come from, as the catalog writes locations. */
export function importLocation(serverId: string): string {
  return `mlflow:${serverId}`;
}

/**
 * The Model for one or, where a rule folds them, several records. It says no
 * more than the registry does: a type or lifecycle without a tag is `unknown`.
 */
export function toModelEntity(
  group: readonly [BoundRecord, ...BoundRecord[]],
  options: {
    server: { id: string; uiUrl: string };
    providerName: string;
    owner: OwnerGuess;
  },
): Entity {
  const { server, providerName, owner } = options;
  const [{ record, binding }] = group;
  const single = group.length === 1;
  const goneSince = groupGoneSince(group.map(bound => bound.record));
  const location = importLocation(server.id);
  return {
    apiVersion: ML_API_VERSION,
    kind: 'Model',
    metadata: {
      namespace: binding.namespace,
      name: binding.name,
      ...(single && record.name !== binding.name && { title: record.name }),
      ...(record.snapshot.description && {
        description: record.snapshot.description,
      }),
      annotations: {
        [ANNOTATION_LOCATION]: location,
        [ANNOTATION_ORIGIN_LOCATION]: location,
        [ANNOTATION_IMPORTED_BY]: providerName,
        [ANNOTATION_REGISTRY_SERVER]: server.id,
        ...(single && { [ANNOTATION_REGISTRY_NAME]: record.name }),
        ...(owner.source && { [ANNOTATION_OWNER_SOURCE]: owner.source }),
        ...(goneSince && { [ANNOTATION_REGISTRY_GONE_SINCE]: goneSince }),
      },
      links: group.slice(0, 1).map(bound => toLink(bound.record, server.uiUrl)),
    },
    spec: {
      type:
        record.kind === 'prompt'
          ? 'prompt'
          : (termOfTag(record, TYPE_TAG) ?? UNKNOWN),
      lifecycle: termOfTag(record, LIFECYCLE_TAG) ?? UNKNOWN,
      ...(owner.owner && { owner: owner.owner }),
      home: server.id,
      // What does not fit still belongs to the Model by the rule.
      registries: group
        .slice(0, entityLimits.listItems)
        .map(bound => toRegistry(bound, server.id)),
    },
  };
}

/** When the last of the records went; undefined while one is there. */
export function groupGoneSince(
  records: readonly KnownRecord[],
): string | undefined {
  const times = records.map(record => record.goneSince);
  return times.includes(undefined) ? undefined : times.sort().at(-1);
}

function toRegistry({ record, binding }: BoundRecord, server: string) {
  return {
    server,
    name: record.name,
    ...(binding.environment && { environment: binding.environment }),
    ...(binding.variant && { variant: binding.variant }),
  };
}

function toLink(record: KnownRecord, uiUrl: string) {
  const links = new MlflowLinks(uiUrl);
  return {
    title: 'MLflow',
    url:
      record.kind === 'prompt'
        ? links.prompt(record.name)
        : links.model(record.name),
  };
}

function termOfTag(record: KnownRecord, key: string): string | undefined {
  const value = record.snapshot.tags
    .find(tag => tag.key === key)
    ?.value.trim()
    .toLowerCase();
  return value && value.length <= MAX_TERM_LENGTH && TERM.test(value)
    ? value
    : undefined;
}
