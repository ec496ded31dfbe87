import { createApiRef } from '@backstage/core-plugin-api';
import { Contract } from '@understudy/contracts';
import {
  ContractCheck,
  ContractVersion,
  ContractWaiver,
  ContractWaiverPage,
  ContractWaiverRequest,
  DeprecationProgress,
} from '@understudy/plugin-ml-common';
import {
  ContractConsumers,
  ContractDifference,
  ContractFormat,
  ContractOverview,
  ContractVersionPage,
  DeprecationRequest,
  ExportedContract,
  WaiverDecision,
  WaiverQuery,
} from './contractTypes';

/**
 * What the pages ask of the contracts in the `ml` backend. `subject` is the
 * entity ref of a model, feature view or dataset. Every call rejects with the
 * error of the backend.
 *
 * @public
 */
export interface ContractApi {
  getContract(subject: string): Promise<ContractOverview>;
  listVersions(
    subject: string,
    query?: { limit?: number; cursor?: string },
  ): Promise<ContractVersionPage>;
  getVersion(subject: string, version: string): Promise<ContractVersion>;
  compareVersions(
    subject: string,
    from: string,
    to: string,
  ): Promise<ContractDifference>;
  listConsumers(subject: string): Promise<ContractConsumers>;
  listDeprecations(subject: string): Promise<DeprecationProgress[]>;
  /** Tells the consumers in production once. */
  deprecate(
    subject: string,
    version: string,
    request: DeprecationRequest,
  ): Promise<void>;
  exportContract(
    subject: string,
    format: ContractFormat,
  ): Promise<ExportedContract>;
  /** Stores the next version; the backend refuses one that it may not be. */
  publish(subject: string, contract: Contract): Promise<ContractVersion>;
  /** Says what a contract would do, and stores nothing. */
  check(
    subject: string,
    contract: Contract,
    options?: { signal?: AbortSignal },
  ): Promise<ContractCheck>;
  /** The latest first; those about consumers that the reader may not see are left out. */
  listWaivers(
    subject: string,
    query?: WaiverQuery,
  ): Promise<ContractWaiverPage>;
  /** Asks the owners of what is hit; nothing is accepted before they grant it. */
  askForWaivers(
    subject: string,
    request: ContractWaiverRequest,
  ): Promise<ContractWaiver[]>;
  /** Only people may, who own what is hit and did not ask themselves. */
  decideWaiver(
    subject: string,
    id: string,
    decision: WaiverDecision,
  ): Promise<ContractWaiver>;
  /** The finding counts again from then on. */
  revokeWaiver(
    subject: string,
    id: string,
    reason: string,
  ): Promise<ContractWaiver>;
}

/**
 * Replace the implementation to read from elsewhere, for instance in tests.
 *
 * @public
 */
export const contractApiRef = createApiRef<ContractApi>({
  id: 'plugin.ml.contracts',
});
