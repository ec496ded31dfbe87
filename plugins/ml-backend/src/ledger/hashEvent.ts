import { canonicalJson } from '@understudy/contracts';
import { LedgerEvent } from '@understudy/plugin-ml-common';
import { createHash } from 'node:crypto';

/** `prevHash` of the first event. */
export const GENESIS_HASH = '0'.repeat(64);

/** SHA-256 in hexadecimal over the canonical form of all but the hash. */
export function hashEvent(event: Omit<LedgerEvent, 'hash'>): string {
  const { ...content }: Partial<LedgerEvent> = event;
  delete content.hash;
  return createHash('sha256').update(canonicalJson(content)).digest('hex');
}
