import {
  CompatibilityReport,
  CompatibilityVerdict,
  Contract,
  VersionBump,
} from '@understudy/contracts';
import { ContractOrigin } from '@understudy/plugin-ml-common';

/** The line of versions that a contract belongs to. */
export interface ContractLine {
  subjectId: string;
  /** Whom it expects something of; empty for what the subject offers itself. */
  providerId: string;
}

/** What lists show of a stored contract. */
export interface ContractHead extends ContractLine {
  /** ULID. */
  id: string;
  version: string;
  status: Contract['metadata']['status'];
  origin: ContractOrigin;
  digest: string;
  verdict?: CompatibilityVerdict;
  requiredBump?: VersionBump;
  findings: { errors: number; warnings: number; infos: number };
  publishedBy: string;
  /** ISO 8601. */
  publishedAt: string;
}

/** A stored contract with its document. */
export interface StoredContract extends ContractHead {
  contract: Contract;
  report?: CompatibilityReport;
}
