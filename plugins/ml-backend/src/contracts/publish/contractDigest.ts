import { canonicalJson, Contract } from '@understudy/contracts';
import { createHash } from 'node:crypto';

/** SHA-256 of a text, in hex. */
export function sha256(text: string): string {
  return createHash('sha256').update(text).digest('hex');
}

/** What a contract is known by, whatever the order of its keys. */
export function contractDigest(contract: Contract): string {
  return sha256(canonicalJson(contract));
}

/** The same without its status, which moves on under one number. */
export function promiseDigest({ metadata, ...contract }: Contract): string {
  const { status: _, ...promised } = metadata;
  return sha256(canonicalJson({ ...contract, metadata: promised }));
}
