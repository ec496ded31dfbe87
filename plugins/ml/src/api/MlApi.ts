import { createApiRef } from '@backstage/core-plugin-api';
import {
  LedgerPage,
  ModelPage,
  ModelVersion,
  ModelVersionPage,
  Promotion,
  PromotionOptions,
  PromotionPage,
  RegistrySourceStatus,
  RollbackOption,
  VersionComparison,
} from '@understudy/plugin-ml-common';
import {
  AssignmentPage,
  AssignmentQuery,
  EventQuery,
  ModelQuery,
  PromotionDecision,
  PromotionQuery,
  PromotionRequest,
  RollbackRequest,
  VersionQuery,
} from './types';

/**
 * Everything the pages ask of the `ml` backend. Models are named by entity ref,
 * versions by label. Every call rejects with the error of the backend.
 *
 * @public
 */
export interface MlApi {
  listModels(query: ModelQuery): Promise<ModelPage>;

  listVersions(model: string, query: VersionQuery): Promise<ModelVersionPage>;
  getVersion(model: string, version: string): Promise<ModelVersion>;
  /** The versions in the order asked for, two to four of them. */
  compareVersions(
    model: string,
    versions: string[],
  ): Promise<VersionComparison>;

  listAssignments(
    model: string,
    query: AssignmentQuery,
  ): Promise<AssignmentPage>;

  getPromotionOptions(model: string): Promise<PromotionOptions>;
  getRollbackOptions(model: string): Promise<RollbackOption[]>;
  /** `key` makes repeating the same request harmless. */
  requestPromotion(
    request: PromotionRequest,
    options: { key: string },
  ): Promise<Promotion>;
  /** `key` makes repeating the same request harmless. */
  rollBack(
    model: string,
    request: RollbackRequest,
    options: { key: string },
  ): Promise<Promotion>;

  listPromotions(query: PromotionQuery): Promise<PromotionPage>;
  getPromotion(id: string): Promise<Promotion>;
  decidePromotion(id: string, decision: PromotionDecision): Promise<Promotion>;
  /** Gives the reason that a rollback still lacks. */
  addReason(id: string, reason: string): Promise<Promotion>;
  /** What happened, newest first. */
  listEvents(query: EventQuery): Promise<LedgerPage>;

  listRegistries(): Promise<RegistrySourceStatus[]>;
  /** Asks for a read of the registry soon; resolves before it is done. */
  syncRegistry(server: string): Promise<void>;
}

/**
 * Replace the implementation to read from elsewhere, for instance in tests.
 *
 * @public
 */
export const mlApiRef = createApiRef<MlApi>({ id: 'plugin.ml.service' });
