import {
  ModelEntity,
  ModelVersion,
  ModelVersionPage,
  RegistrySourceStatus,
  VersionComparison,
  VersionRegistration,
} from '@understudy/plugin-ml-common';
import { Actor } from '../promotion/Actor';
import { VersionFilter, VersionView } from './VersionStore';

/**
 * A model that the caller may see, or a feature view or dataset whose versions
 * are read. The entity is missing for those, and when the model was deleted and
 * only its history is read.
 */
export interface KnownModel {
  ref: string;
  entity?: ModelEntity;
}

/** Which versions to list. */
export interface VersionListRequest {
  view: VersionView;
  filter: VersionFilter;
  /** 1 to 100. */
  limit: number;
  cursor?: string;
}

/**
 * What can be asked about versions and registries. Whoever calls it has
 * decided that the caller may: see AuthorizedRegistryService.
 */
export interface RegistryService {
  listVersions(
    model: KnownModel,
    request: VersionListRequest,
  ): Promise<ModelVersionPage>;

  /**
   * The version that a label, an alias or an id means. Throws NotFoundError
   * when there is none and ConflictError, naming them, when there are several.
   */
  getVersion(model: KnownModel, version: string): Promise<ModelVersion>;

  /** Two to four versions side by side. */
  compareVersions(
    model: KnownModel,
    versions: readonly string[],
  ): Promise<VersionComparison>;

  /**
   * Adds a version to a model whose home is the portal. Throws ConflictError
   * when a registry is its home, or when the label is taken.
   */
  registerVersion(
    model: KnownModel,
    registration: VersionRegistration,
    options: { actor: Actor; idempotencyKey?: string },
  ): Promise<ModelVersion>;

  /** The state of every registry. */
  listSources(): Promise<RegistrySourceStatus[]>;

  /** Has a registry read as soon as possible. */
  requestSync(server: string): Promise<RegistrySourceStatus>;
}
