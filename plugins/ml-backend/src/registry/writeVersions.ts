import { Knex } from 'knex';
import { inBatches } from '../database/inBatches';
import { NormalizedVersion, VersionContent } from './versionContent';
import { VersionFacts, VersionMetricRow, VersionRow } from './versionRows';

/** Longer tags are kept but cannot be filtered by. */
const FILTERABLE_TAG_LENGTH = 250;

/** A version to be stored under an identity it has or is given. */
export interface VersionToWrite {
  id: string;
  label: string;
  recordVersion?: string;
  /** Who a service says wrote it. */
  claimedAuthor?: string;
  /** Who registered it at its server through the portal. */
  registeredBy?: string;
  version: NormalizedVersion;
  facts?: VersionFacts;
}

/** What versions written together have in common. */
export interface VersionOrigin {
  subjectId: string;
  sourceType: string;
  recordId?: string;
  /** Kind of the subject, in lower case; `model` when left out. */
  kind?: string;
}

/** Inserts versions that are not stored yet. */
export async function insertVersions(
  tx: Knex.Transaction,
  versions: readonly VersionToWrite[],
  origin: VersionOrigin,
  now: Date,
): Promise<void> {
  for (const batch of inBatches(versions)) {
    await tx<VersionRow>('version').insert(
      batch.map(
        ({
          id,
          label,
          recordVersion,
          claimedAuthor,
          registeredBy,
          version,
          facts,
        }) => ({
          id,
          subject_id: origin.subjectId,
          kind: origin.kind ?? 'model',
          facts: facts ? JSON.stringify(facts) : null,
          label,
          source_type: origin.sourceType,
          record_id: origin.recordId ?? null,
          record_version: recordVersion ?? null,
          record_number: toNumber(recordVersion),
          claimed_author: claimedAuthor ?? null,
          registered_by: registeredBy ?? null,
          registered_at: now.toISOString(),
          gone_since: null,
          ...contentColumns(version),
        }),
      ),
    );
  }
  await insertDetails(tx, versions, origin.subjectId);
}

/** Replaces the content of stored versions. Identity and label stay. */
export async function updateVersions(
  tx: Knex.Transaction,
  versions: readonly VersionToWrite[],
  origin: VersionOrigin,
): Promise<void> {
  for (const { id, version } of versions) {
    await tx<VersionRow>('version')
      .where({ id })
      .update({ ...contentColumns(version), gone_since: null });
  }
  for (const batch of inBatches(versions)) {
    const ids = batch.map(({ id }) => id);
    await tx('version_metric').whereIn('version_id', ids).delete();
    await tx('version_tag').whereIn('version_id', ids).delete();
  }
  await insertDetails(tx, versions, origin.subjectId);
}

function metricRows(
  id: string,
  metrics: VersionContent['metrics'],
): VersionMetricRow[] {
  return metrics.map((metric, position) => ({
    version_id: id,
    position,
    name: metric.name,
    raw_name: metric.rawName,
    value: metric.value,
    dataset: metric.dataset ?? null,
    dataset_digest: metric.datasetDigest ?? null,
    split: metric.split ?? null,
    observed_at: metric.observedAt ?? null,
  }));
}

/** Registries that count their versions are searched by the number. */
function toNumber(recordVersion: string | undefined): number | null {
  return /^\d{1,9}$/.test(recordVersion ?? '') ? Number(recordVersion) : null;
}

async function insertDetails(
  tx: Knex.Transaction,
  versions: readonly VersionToWrite[],
  subjectId: string,
): Promise<void> {
  const metrics = versions.flatMap(({ id, version }) =>
    metricRows(id, version.content.metrics),
  );
  for (const batch of inBatches(metrics)) {
    await tx<VersionMetricRow>('version_metric').insert(batch);
  }
  await insertTags(
    tx,
    versions.flatMap(({ id, version }) =>
      tagRows({ id, subjectId }, version.content.tags),
    ),
  );
}

/**
 * Replaces what was measured of a version, and adds to where one can look at
 * it. Answers false when all of it was there before.
 */
export async function replaceVersionEvidence(
  tx: Knex.Transaction,
  id: string,
  content: VersionContent,
): Promise<boolean> {
  const stored = await tx<VersionRow>('version')
    .where({ id })
    .forUpdate()
    .first('params', 'links', 'run_id', 'artifact_uri', 'signature');
  const links: VersionContent['links'] = JSON.parse(stored?.links ?? '[]');
  const added = content.links.filter(
    ({ url }) => !links.some(link => link.url === url),
  );
  const params = JSON.stringify(content.params);
  const signature = content.signature
    ? JSON.stringify(content.signature)
    : (stored?.signature ?? null);
  const before = await tx<VersionMetricRow>('version_metric')
    .where({ version_id: id })
    .orderBy('position');
  const metrics = metricRows(id, content.metrics);
  if (
    added.length === 0 &&
    stored?.params === params &&
    stored.signature === signature &&
    JSON.stringify(before) === JSON.stringify(metrics)
  ) {
    return false;
  }
  await tx<VersionRow>('version')
    .where({ id })
    .update({
      params,
      signature,
      links: JSON.stringify([...links, ...added]),
      run_id: stored?.run_id ?? content.runId ?? null,
      // What only a tracking server can resolve is resolved by it.
      ...(stored?.artifact_uri?.startsWith('models:/') && content.artifactUri
        ? { artifact_uri: content.artifactUri }
        : {}),
    });
  await tx('version_metric').where({ version_id: id }).delete();
  for (const batch of inBatches(metrics)) {
    await tx<VersionMetricRow>('version_metric').insert(batch);
  }
  return true;
}

/** Replaces the tags of a version that keeps everything else. */
export async function replaceVersionTags(
  tx: Knex.Transaction,
  version: { id: string; subjectId: string },
  tags: readonly (readonly [key: string, value: string])[],
): Promise<void> {
  const pairs = tags
    .map(([key, value]) => ({ key, value }))
    .sort((a, b) => (a.key < b.key ? -1 : 1));
  await tx<VersionRow>('version')
    .where({ id: version.id })
    .update({ tags: JSON.stringify(pairs) });
  await tx('version_tag').where({ version_id: version.id }).delete();
  await insertTags(tx, tagRows(version, pairs));
}

function tagRows(
  version: { id: string; subjectId: string },
  tags: readonly { key: string; value: string }[],
) {
  const short = tags.filter(
    ({ value }) => value.length <= FILTERABLE_TAG_LENGTH,
  );
  return [...new Map(short.map(tag => [tag.key, tag.value]))].map(
    ([key, value]) => ({
      version_id: version.id,
      subject_id: version.subjectId,
      key,
      value,
    }),
  );
}

async function insertTags(
  tx: Knex.Transaction,
  rows: ReturnType<typeof tagRows>,
): Promise<void> {
  for (const batch of inBatches(rows)) {
    await tx('version_tag').insert(batch);
  }
}

function contentColumns({ content, contentHash }: NormalizedVersion) {
  return {
    digest: content.digest,
    digest_strength: content.digestStrength,
    variant: content.variant ?? null,
    description: content.description ?? null,
    artifact_uri: content.artifactUri ?? null,
    run_id: content.runId ?? null,
    model_id: content.modelId ?? null,
    registry_stage: content.stage ?? null,
    created_by: content.createdBy ?? null,
    created_at: content.createdAt,
    params: JSON.stringify(content.params),
    tags: JSON.stringify(content.tags),
    signature: content.signature ? JSON.stringify(content.signature) : null,
    components: JSON.stringify(content.components),
    links: JSON.stringify(content.links),
    content_hash: contentHash,
  };
}
