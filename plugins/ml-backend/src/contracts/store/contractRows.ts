import { Contract } from '@understudy/contracts';
import { ContractHead, StoredContract } from './StoredContract';

/** A row of table `contract_version`. */
export interface ContractRow {
  id: string;
  subject_id: string;
  provider_id: string;
  version: string;
  status: ContractHead['status'];
  origin: ContractHead['origin'];
  digest: string;
  document: string;
  report: string | null;
  verdict: NonNullable<ContractHead['verdict']> | null;
  required_bump: NonNullable<ContractHead['requiredBump']> | null;
  errors: number;
  warnings: number;
  infos: number;
  published_by: string;
  published_at: string;
}

/** A row without what may be large. */
export type ContractHeadRow = Omit<ContractRow, 'document' | 'report'>;

/** The columns of a {@link ContractHeadRow}. */
export const headColumns = [
  'id',
  'subject_id',
  'provider_id',
  'version',
  'status',
  'origin',
  'digest',
  'verdict',
  'required_bump',
  'errors',
  'warnings',
  'infos',
  'published_by',
  'published_at',
] as const satisfies (keyof ContractHeadRow)[];

export function toHead(row: ContractHeadRow): ContractHead {
  return {
    id: row.id,
    subjectId: row.subject_id,
    providerId: row.provider_id,
    version: row.version,
    status: row.status,
    origin: row.origin,
    digest: row.digest,
    ...(row.verdict ? { verdict: row.verdict } : {}),
    ...(row.required_bump ? { requiredBump: row.required_bump } : {}),
    findings: {
      errors: row.errors,
      warnings: row.warnings,
      infos: row.infos,
    },
    publishedBy: row.published_by,
    publishedAt: row.published_at,
  };
}

export function toStoredContract(row: ContractRow): StoredContract {
  return {
    ...withDocument(row, JSON.parse(row.document)),
    ...(row.report ? { report: JSON.parse(row.report) } : {}),
  };
}

/** A contract without the report about it, of its row and its document. */
export function withDocument(
  row: ContractHeadRow,
  contract: Contract,
): StoredContract {
  return {
    ...toHead(row),
    // The status moves on without the document being written again.
    contract: {
      ...contract,
      metadata: { ...contract.metadata, status: row.status },
    },
  };
}

export function toContractRow(stored: StoredContract): ContractRow {
  return {
    id: stored.id,
    subject_id: stored.subjectId,
    provider_id: stored.providerId,
    version: stored.version,
    status: stored.status,
    origin: stored.origin,
    digest: stored.digest,
    document: JSON.stringify(stored.contract),
    report: stored.report ? JSON.stringify(stored.report) : null,
    verdict: stored.verdict ?? null,
    required_bump: stored.requiredBump ?? null,
    ...stored.findings,
    published_by: stored.publishedBy,
    published_at: stored.publishedAt,
  };
}
