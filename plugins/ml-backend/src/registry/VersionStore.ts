import {
  AssignmentSummary,
  ModelVersion,
  ModelVersionSummary,
} from '@understudy/plugin-ml-common';
import { Subject } from '../subjects/SubjectStore';

/** Which versions a list holds before it is filtered. */
export type VersionView = 'notable' | 'all';

/** What a list of versions is narrowed by. All given parts must fit. */
export interface VersionFilter {
  /** Start of the label. */
  label?: string;
  alias?: string;
  /** Stage of an assignment in force. */
  stage?: string;
  /** Id of the registry server. */
  source?: string;
  variant?: string;
  createdBy?: string;
  tags?: { key: string; value: string }[];
}

/** A place in a list of versions, which is ordered newest first. */
export interface VersionPosition {
  createdAt: string;
  id: string;
}

/** Why a text may mean a version. */
export interface VersionCandidate {
  id: string;
  label: string;
  via: 'id' | 'label' | 'alias';
}

/** A registry server that feeds a model. */
export interface VersionFeed {
  server: string;
  /** Why a record of the model could not be read. */
  problem?: string;
}

/** What one model's row in a list of models says of its versions. */
export interface VersionDigest {
  total: number;
  latest?: { id: string; label: string; createdAt: string };
  champions: (AssignmentSummary & { versionId: string; version: string })[];
}

/**
 * Reads versions. It knows nothing of callers and permissions; see
 * AuthorizedRegistryService.
 */
export interface VersionStore {
  /** A page of versions, newest first. */
  list(options: {
    subject: Subject;
    view: VersionView;
    filter: VersionFilter;
    limit: number;
    after?: VersionPosition;
  }): Promise<{ items: ModelVersionSummary[]; next?: VersionPosition }>;

  /** How many versions there are, and how many the list holds. */
  count(options: {
    subject: Subject;
    view: VersionView;
    filter: VersionFilter;
  }): Promise<{ total: number; matching: number }>;

  /** Versions in full, of any model, by their ids. */
  findByIds(ids: readonly string[]): Promise<Map<string, ModelVersion>>;

  /** As `findByIds`, as lists show them. */
  findSummaries(
    ids: readonly string[],
  ): Promise<Map<string, ModelVersionSummary>>;

  /**
   * The versions of a model that a text may mean: an id, a label or an
   * alias. At most ten.
   */
  findCandidates(subjectId: string, text: string): Promise<VersionCandidate[]>;

  /** The registry servers that feed a model, and what keeps them from it. */
  findFeeds(subjectId: string): Promise<VersionFeed[]>;

  /** Short facts for rows in a list of models, by subject id. */
  digest(subjectIds: readonly string[]): Promise<Map<string, VersionDigest>>;
}
