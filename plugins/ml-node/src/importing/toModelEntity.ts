import {
  ANNOTATION_LOCATION,
  ANNOTATION_ORIGIN_LOCATION,
  Entity,
} from '@backstage/catalog-model';
import {
  ANNOTATION_IMPORTED_BY,
  ANNOTATION_OWNER_SOURCE,
  ANNOTATION_REGISTRY_GONE_SINCE,
  ANNOTATION_REGISTRY_NAME,
  ANNOTATION_REGISTRY_SERVER,
  entityLimits,
  ML_API_VERSION,
} from '@understudy/plugin-ml-common';
import { RecordGroup } from './bindRecords';
import { BoundRecord, ImportedOwner, KnownRecord } from './ImportPlan';
import { ImportRules } from './ImportRules';

/** Said of what the registry does not say. */
const UNKNOWN = 'unknown';
const TYPE_TAG = 'type';
const LIFECYCLE_TAG = 'lifecycle';
const TERM = /^[a-z0-9]+(-[a-z0-9]+)*$/;
const MAX_TERM_LENGTH = 63;

/**
 * The Model for one or, where a rule folds them or people bound further ones to
 * it, several records. It says no more than the registry does: a type or
 * lifecycle without a tag is `unknown`.
 */
export function toModelEntity(
  group: RecordGroup,
  options: { rules: ImportRules; providerName: string; owner: ImportedOwner },
): Entity {
  const { rules, providerName, owner } = options;
  const { server, location } = rules;
  const [{ record, binding }] = group;
  const onlyName = nameOfOnlyRecord(group);
  const goneSince = groupGoneSince(group);
  const link = rules.linkTo?.(record);
  return {
    apiVersion: ML_API_VERSION,
    kind: 'Model',
    metadata: {
      namespace: binding.namespace,
      name: binding.name,
      ...(onlyName && onlyName !== binding.name && { title: onlyName }),
      ...(record.snapshot.description && {
        description: record.snapshot.description,
      }),
      annotations: {
        [ANNOTATION_LOCATION]: location,
        [ANNOTATION_ORIGIN_LOCATION]: location,
        [ANNOTATION_IMPORTED_BY]: providerName,
        [ANNOTATION_REGISTRY_SERVER]: server,
        ...(onlyName && { [ANNOTATION_REGISTRY_NAME]: onlyName }),
        ...(owner.source && { [ANNOTATION_OWNER_SOURCE]: owner.source }),
        ...(goneSince && { [ANNOTATION_REGISTRY_GONE_SINCE]: goneSince }),
      },
      ...(link && { links: [link] }),
    },
    spec: {
      type:
        record.kind === 'prompt'
          ? 'prompt'
          : (termOfTag(record, TYPE_TAG) ?? UNKNOWN),
      lifecycle: termOfTag(record, LIFECYCLE_TAG) ?? UNKNOWN,
      ...(owner.owner && { owner: owner.owner }),
      home: server,
      // What does not fit still belongs to the Model by the rule.
      registries: group
        .slice(0, entityLimits.listItems)
        .map(bound => toRegistry(bound, server)),
    },
  };
}

/**
 * The record that the Model is called after. Those that people bound to it do
 * not count, unless it has no other.
 */
function nameOfOnlyRecord(group: RecordGroup): string | undefined {
  const own = group.filter(({ binding }) => binding.by !== 'decision');
  const [first, ...others] = own.length > 0 ? own : group;
  return others.length === 0 ? first.record.name : undefined;
}

/** When the last of the records went; undefined while one is there. */
export function groupGoneSince(
  records: readonly BoundRecord[],
): string | undefined {
  const times = records.map(({ record }) => record.goneSince);
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

function termOfTag(record: KnownRecord, key: string): string | undefined {
  const value = record.snapshot.tags
    .find(tag => tag.key === key)
    ?.value.trim()
    .toLowerCase();
  return value && value.length <= MAX_TERM_LENGTH && TERM.test(value)
    ? value
    : undefined;
}
