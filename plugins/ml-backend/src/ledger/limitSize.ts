import { canonicalJson } from '@understudy/contracts';
import { createHash } from 'node:crypto';

const MAX_BYTES = 16 * 1024;

/**
 * Keeps what an event says of an object before and after within 16 KiB. What
 * is larger is replaced by its size and hash, which still prove it.
 */
export function limitSize(
  value: Record<string, unknown> | undefined,
): Record<string, unknown> | undefined {
  if (value === undefined) {
    return undefined;
  }
  const text = canonicalJson(value);
  const bytes = Buffer.byteLength(text);
  return bytes <= MAX_BYTES
    ? value
    : {
        truncated: true,
        bytes,
        sha256: createHash('sha256').update(text).digest('hex'),
      };
}
