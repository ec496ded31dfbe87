import { canonicalJson, Contract } from '@understudy/contracts';
import { createHash } from 'node:crypto';
import { Row } from '../databases/bulkInsert';

const NOW = '2026-11-01T00:00:00.000Z';

/** The row of a published contract. */
export function contractRow(
  contract: Contract,
  stored: {
    id: string;
    subjectId: string;
    /** Of whom something is expected; the contract is the subject's own without. */
    providerId?: string;
    origin: 'declared' | 'signature';
  },
): Row {
  return {
    id: stored.id,
    subject_id: stored.subjectId,
    provider_id: stored.providerId ?? '',
    version: contract.metadata.version,
    status: 'active',
    origin: stored.origin,
    digest: createHash('sha256').update(canonicalJson(contract)).digest('hex'),
    document: JSON.stringify(contract),
    errors: 0,
    warnings: 0,
    infos: 0,
    published_by: 'system:ml',
    published_at: NOW,
  };
}
