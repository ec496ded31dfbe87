import { RegistryRecordRow } from '../../registry/sync/recordRows';

/** The server of the records that the portal keeps itself. */
export { PORTAL_HOME as PORTAL_SERVER } from '@understudy/plugin-ml-common';

/** A row of table `portal_record`. */
export interface PortalRecordRow {
  record_id: string;
  description: string | null;
  created_by: string;
  created_at: string;
  updated_at: string;
  last_version: number;
  /** SQLite answers 0 or 1. */
  emitted: boolean | number;
  entity_name: string;
  owner: string | null;
}

/** A row of table `portal_version`. */
export interface PortalVersionRow {
  version_id: string;
  source: string;
  given_run_id: string | null;
  run_link: string | null;
  updated_at: string;
}

/** A row of table `portal_record_tag`. */
export interface PortalRecordTagRow {
  record_id: string;
  key: string;
  value: string;
}

/** A record with its Model, and what the portal knows where it keeps it. */
export interface StoredModel {
  id: string;
  server: string;
  workspace?: string;
  name: string;
  /** The name it had before the portal renamed it at its server. */
  firstName?: string;
  kind: RegistryRecordRow['kind'];
  subjectId: string;
  /** Entity ref of its Model. */
  ref: string;
  labelPrefix: string;
  description?: string;
  createdAt: string;
  updatedAt: string;
  goneSince?: string;
  /** Present for records of the portal. */
  own?: {
    createdBy: string;
    emitted: boolean;
    entityName: string;
    owner?: string;
  };
}

/** A version of a record, as the protocol shows it. */
export interface StoredVersion {
  id: string;
  recordId: string;
  subjectId: string;
  number: number;
  label: string;
  description?: string;
  createdBy?: string;
  createdAt: string;
  updatedAt: string;
  /** As it was given. */
  source: string;
  /** Where the artifact is. */
  artifactUri: string;
  runId?: string;
  runLink?: string;
  modelId?: string;
  /** The stage a client set, or the server tells. */
  stage?: string;
  tags: { key: string; value: string }[];
}
