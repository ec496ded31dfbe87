import {
  AssignmentSummary,
  ModelVersion,
  ModelVersionSummary,
  VersionMetric,
  VersionTombstone,
} from '@understudy/plugin-ml-common';

/** A row of table `version`. */
export interface VersionRow {
  id: string;
  subject_id: string;
  /** Kind of the subject, in lower case. */
  kind: string;
  label: string;
  digest: string;
  digest_strength: ModelVersion['digestStrength'];
  source_type: string;
  record_id: string | null;
  record_version: string | null;
  /** `record_version` where it is a number. */
  record_number: number | null;
  variant: string | null;
  description: string | null;
  artifact_uri: string | null;
  run_id: string | null;
  model_id: string | null;
  created_by: string | null;
  /** Who a service says wrote the version; not checked. */
  claimed_author: string | null;
  /** Who registered it at its server through the portal. */
  registered_by: string | null;
  /** A stage as MLflow has them: no stage of ours. */
  registry_stage: string | null;
  created_at: string;
  registered_at: string;
  gone_since: string | null;
  /** As its tombstone says. */
  deleted_at: string | null;
  params: string;
  tags: string;
  signature: string | null;
  components: string;
  links: string;
  content_hash: string;
  /** See {@link VersionFacts}. */
  facts: string | null;
}

/** What only versions of some kinds have. */
export type VersionFacts = Pick<ModelVersion, 'definition' | 'snapshot'>;

/** The columns a list reads: without what only a single version shows. */
export const summaryColumns = [
  'version.id',
  'version.subject_id',
  'version.label',
  'version.digest',
  'version.digest_strength',
  'version.source_type',
  'version.record_id',
  'version.record_version',
  'version.variant',
  'version.description',
  'version.created_by',
  'version.registered_by',
  'version.created_at',
  'version.gone_since',
] as const;

/** What {@link summaryColumns} select. */
export type VersionSummaryRow = Pick<
  VersionRow,
  | 'id'
  | 'subject_id'
  | 'label'
  | 'digest'
  | 'digest_strength'
  | 'source_type'
  | 'record_id'
  | 'record_version'
  | 'variant'
  | 'description'
  | 'created_by'
  | 'registered_by'
  | 'created_at'
  | 'gone_since'
>;

/** A row of table `version_metric`. */
export interface VersionMetricRow {
  version_id: string;
  position: number;
  name: string;
  raw_name: string;
  value: number;
  dataset: string | null;
  dataset_digest: string | null;
  split: string | null;
  observed_at: string | null;
}

/** What other tables say about a version. */
export interface VersionSurroundings {
  /** Entity ref of the model. */
  model: string;
  record?: { server: string; name: string; title?: string };
  aliases: string[];
  metrics: VersionMetricRow[];
  assignments: AssignmentSummary[];
  everAssigned: boolean;
  tombstone?: VersionTombstone;
}

/** A version as lists show it. */
export function toVersionSummary(
  row: VersionSummaryRow,
  around: VersionSurroundings,
): ModelVersionSummary {
  return {
    id: row.id,
    model: around.model,
    label: row.label,
    digest: row.digest,
    digestStrength: row.digest_strength,
    ...optional({ variant: row.variant, description: row.description }),
    aliases: [...around.aliases].sort(),
    assignments: around.assignments,
    everAssigned: around.everAssigned,
    metrics: around.metrics.map(toMetric),
    source: {
      type: row.source_type,
      ...optional({
        server: around.record?.server,
        record: around.record?.name,
        recordVersion: row.record_version,
        title: around.record?.title,
      }),
    },
    // A server does not say who asked the portal for it.
    ...optional({ createdBy: row.created_by ?? row.registered_by }),
    createdAt: row.created_at,
    ...optional({ goneSince: row.gone_since }),
    ...(around.tombstone ? { tombstone: around.tombstone } : {}),
  };
}

/** A version in full. */
export function toModelVersion(
  row: VersionRow,
  around: VersionSurroundings,
): ModelVersion {
  return {
    ...toVersionSummary(row, around),
    ...optional({
      artifactUri: row.artifact_uri,
      runId: row.run_id,
      modelId: row.model_id,
      claimedAuthor: row.claimed_author,
      registeredBy: row.registered_by,
    }),
    tags: JSON.parse(row.tags),
    params: JSON.parse(row.params),
    ...(row.signature ? { signature: JSON.parse(row.signature) } : {}),
    components: JSON.parse(row.components),
    links: JSON.parse(row.links),
    registeredAt: row.registered_at,
    ...readFacts(row),
  };
}

function readFacts({ facts }: VersionRow): VersionFacts {
  return facts === null ? {} : JSON.parse(facts);
}

function toMetric(row: VersionMetricRow): VersionMetric {
  return {
    name: row.name,
    rawName: row.raw_name,
    value: row.value,
    ...optional({
      dataset: row.dataset,
      datasetDigest: row.dataset_digest,
      split: row.split,
      observedAt: row.observed_at,
    }),
  };
}

/** Leaves out what the database holds as null. */
function optional<T extends Record<string, string | null | undefined>>(
  values: T,
): { [K in keyof T]?: string } {
  const present: { [K in keyof T]?: string } = {};
  for (const key of Object.keys(values) as (keyof T)[]) {
    const value = values[key];
    if (value !== null && value !== undefined) {
      present[key] = value;
    }
  }
  return present;
}
