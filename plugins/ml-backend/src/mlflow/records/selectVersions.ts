import { Knex } from 'knex';
import { VersionRow } from '../../registry/versionRows';
import { PortalVersionRow, StoredVersion } from './portalRows';

/** What {@link selectVersions} reads. */
export type NumberedVersionRow = Pick<
  VersionRow,
  | 'id'
  | 'subject_id'
  | 'label'
  | 'description'
  | 'created_by'
  | 'created_at'
  | 'artifact_uri'
  | 'run_id'
  | 'model_id'
  | 'registry_stage'
  | 'tags'
> &
  Pick<PortalVersionRow, 'run_link'> & {
    record_id: string;
    record_number: number;
    source: string | null;
    sort_updated: string;
  };

export const versionUpdatedSql =
  'COALESCE(portal_version.updated_at, version.created_at)';
export const versionSourceSql =
  'COALESCE(portal_version.source, version.artifact_uri)';

/** Versions that have a number and are still there, in no order. */
export function selectVersions(knex: Knex): Knex.QueryBuilder {
  return knex('version')
    .leftJoin('portal_version', 'portal_version.version_id', '=', 'version.id')
    .whereNull('version.gone_since')
    .whereNotNull('version.record_number')
    .select(
      'version.id',
      'version.subject_id',
      'version.label',
      'version.description',
      // A server does not say who asked the portal for it.
      knex.raw(
        'COALESCE(version.created_by, version.registered_by) AS created_by',
      ),
      'version.created_at',
      'version.artifact_uri',
      'version.run_id',
      'version.model_id',
      'version.tags',
      'version.record_id',
      'version.record_number',
      'portal_version.source',
      'portal_version.run_link',
      'version.registry_stage',
      knex.raw(`${versionUpdatedSql} AS sort_updated`),
    );
}

export function toStoredVersion(row: NumberedVersionRow): StoredVersion {
  const artifactUri = row.artifact_uri ?? '';
  return {
    id: row.id,
    recordId: row.record_id,
    subjectId: row.subject_id,
    number: row.record_number,
    label: row.label,
    description: row.description ?? undefined,
    createdBy: row.created_by ?? undefined,
    createdAt: row.created_at,
    updatedAt: row.sort_updated,
    source: row.source ?? artifactUri,
    artifactUri,
    runId: row.run_id ?? undefined,
    runLink: row.run_link ?? undefined,
    modelId: row.model_id ?? undefined,
    stage: row.registry_stage ?? undefined,
    tags: JSON.parse(row.tags),
  };
}
