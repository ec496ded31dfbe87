import { Knex } from 'knex';
import { RegistryRecordRow } from '../../registry/sync/recordRows';
import { PortalRecordRow, StoredModel } from './portalRows';

/** What {@link selectModels} reads. */
export type ModelRow = Pick<
  RegistryRecordRow,
  | 'id'
  | 'server'
  | 'workspace'
  | 'name'
  | 'first_name'
  | 'kind'
  | 'subject_id'
  | 'label_prefix'
  | 'description'
  | 'first_seen_at'
  | 'gone_since'
> & {
  ref: string;
  own_description: string | null;
  sort_created: string;
  sort_updated: string;
} & Pick<PortalRecordRow, 'created_by' | 'emitted' | 'entity_name' | 'owner'>;

export const modelCreatedSql =
  'COALESCE(portal_record.created_at, registry_record.first_seen_at)';
export const modelUpdatedSql =
  'COALESCE(portal_record.updated_at, registry_record.first_seen_at)';

/** Records with their Models, without conditions or order. */
export function selectModels(knex: Knex): Knex.QueryBuilder {
  return knex('registry_record')
    .join('subject', 'subject.id', '=', 'registry_record.subject_id')
    .leftJoin(
      'portal_record',
      'portal_record.record_id',
      '=',
      'registry_record.id',
    )
    .select(
      'registry_record.id',
      'registry_record.server',
      'registry_record.workspace',
      'registry_record.name',
      'registry_record.first_name',
      'registry_record.kind',
      'registry_record.subject_id',
      'registry_record.label_prefix',
      'registry_record.description',
      'registry_record.first_seen_at',
      'registry_record.gone_since',
      'subject.ref',
      'portal_record.description as own_description',
      'portal_record.created_by',
      'portal_record.emitted',
      'portal_record.entity_name',
      'portal_record.owner',
      knex.raw(`${modelCreatedSql} AS sort_created`),
      knex.raw(`${modelUpdatedSql} AS sort_updated`),
    );
}

export function toStoredModel(row: ModelRow): StoredModel {
  const description = row.created_by ? row.own_description : row.description;
  return {
    id: row.id,
    server: row.server,
    ...(row.workspace ? { workspace: row.workspace } : {}),
    name: row.name,
    ...(row.first_name ? { firstName: row.first_name } : {}),
    kind: row.kind,
    subjectId: row.subject_id,
    ref: row.ref,
    labelPrefix: row.label_prefix,
    ...(description ? { description } : {}),
    createdAt: row.sort_created,
    updatedAt: row.sort_updated,
    ...(row.gone_since ? { goneSince: row.gone_since } : {}),
    ...(row.created_by
      ? {
          own: {
            createdBy: row.created_by,
            emitted: Boolean(row.emitted),
            entityName: row.entity_name,
            ...(row.owner ? { owner: row.owner } : {}),
          },
        }
      : {}),
  };
}
