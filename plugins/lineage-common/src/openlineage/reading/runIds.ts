import { refuse, toName } from './checks';
import { LIMITS } from '../limits';
import { sha1 } from './sha1';

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i;

// Never to be changed: ids made with it are stored. 5b1f8a0e-6c1d-4e0b-9d0a-3f6f2c7a9e41
const NAMESPACE = Uint8Array.of(
  0x5b,
  0x1f,
  0x8a,
  0x0e,
  0x6c,
  0x1d,
  0x4e,
  0x0b,
  0x9d,
  0x0a,
  0x3f,
  0x6f,
  0x2c,
  0x7a,
  0x9e,
  0x41,
);

/**
 * The id of a run, in lower case. The specification wants a UUID; senders that
 * use something else get one made from it, always the same.
 */
export function toRunId(
  value: unknown,
  path: string,
  strict: boolean,
): { id: string; originalId?: string } {
  if (typeof value === 'string' && value.length === 36 && UUID.test(value)) {
    return { id: value.toLowerCase() };
  }
  if (strict) {
    return refuse(path, value, 'is not a UUID');
  }
  const originalId = toName(value, path, LIMITS.runId);
  return { id: toUuid(originalId), originalId };
}

function toUuid(text: string): string {
  const name = new TextEncoder().encode(text);
  const bytes = new Uint8Array(NAMESPACE.length + name.length);
  bytes.set(NAMESPACE);
  bytes.set(name, NAMESPACE.length);
  const digest = sha1(bytes).slice(0, 16);
  digest[6] = (digest[6] % 16) + 0x50;
  digest[8] = (digest[8] % 64) + 0x80;
  const digits = Array.from(digest, byte =>
    byte.toString(16).padStart(2, '0'),
  ).join('');
  return [
    digits.slice(0, 8),
    digits.slice(8, 12),
    digits.slice(12, 16),
    digits.slice(16, 20),
    digits.slice(20),
  ].join('-');
}
