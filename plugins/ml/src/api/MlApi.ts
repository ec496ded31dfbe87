import { createApiRef } from '@backstage/core-plugin-api';
import {
  AliasDrift,
  CreatedRegistryToken,
  FoundVersionPage,
  LedgerPage,
  ModelCardReport,
  ModelPage,
  ModelVersion,
  ModelVersionPage,
  Promotion,
  PromotionOptions,
  PromotionPage,
  RegistrySourceStatus,
  RegistryToken,
  RollbackOption,
  VersionComparison,
  VersionEvidence,
} from '@understudy/plugin-ml-common';
import {
  AliasDriftDecision,
  AliasHistoryPage,
  AliasHistoryQuery,
  CardReviewInput,
  FoundVersionQuery,
  RegistryTokenRequest,
} from './registryTypes';
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

  /** Of a model, feature view or dataset, as are `getVersion` and `getEvidence`. */
  listVersions(model: string, query: VersionQuery): Promise<ModelVersionPage>;
  getVersion(model: string, version: string): Promise<ModelVersion>;
  /** The versions in the order asked for, two to four of them. */
  compareVersions(
    model: string,
    versions: string[],
  ): Promise<VersionComparison>;
  /** What evaluations, files, origin and labels are on record of a version. */
  getEvidence(model: string, version: string): Promise<VersionEvidence>;

  /** Versions of all models that the reader may see, newest first. */
  searchVersions(query: FoundVersionQuery): Promise<FoundVersionPage>;
  /** All versions that fit, on every page of them, as a file. */
  exportVersions(
    query: FoundVersionQuery,
    format: 'csv' | 'json',
  ): Promise<Blob>;

  /** The card of a version, or of the model itself. */
  getCard(model: string, version?: string): Promise<ModelCardReport>;
  /** The card as a hub of models reads it, in Markdown. */
  downloadCard(model: string, version?: string): Promise<Blob>;
  reviewCard(model: string, review: CardReviewInput): Promise<ModelCardReport>;

  /** Every change of an alias, newest first. */
  listAliasChanges(
    model: string,
    query: AliasHistoryQuery,
  ): Promise<AliasHistoryPage>;
  /** Aliases that point elsewhere than was decided, open ones first. */
  listAliasDrift(model: string): Promise<AliasDrift[]>;
  /** `id` is that of the drift. */
  decideAliasDrift(
    model: string,
    id: string,
    decision: AliasDriftDecision,
  ): Promise<AliasDrift>;

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

  /** The reader's own registry tokens, newest first. */
  listRegistryTokens(): Promise<RegistryToken[]>;
  /** The only time that the secret of the token is told. */
  createRegistryToken(
    request: RegistryTokenRequest,
  ): Promise<CreatedRegistryToken>;
  /** Ends a token at once; again does no harm. */
  revokeRegistryToken(id: string): Promise<void>;
}

/**
 * Replace the implementation to read from elsewhere, for instance in tests.
 *
 * @public
 */
export const mlApiRef = createApiRef<MlApi>({ id: 'plugin.ml.service' });
