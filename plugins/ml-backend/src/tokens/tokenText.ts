import { createHash, randomBytes, timingSafeEqual } from 'node:crypto';
import { ulid } from 'ulid';

/** So that those who look for leaked secrets find it. */
const PREFIX = 'understudy_rt_';
const PATTERN = /^understudy_rt_([0-9A-HJKMNP-TV-Z]{26})_[A-Za-z0-9_-]{43}$/;

/** A new token, and what is kept of it. */
export function makeToken(): { id: string; token: string; hash: string } {
  const id = ulid();
  const token = `${PREFIX}${id}_${randomBytes(32).toString('base64url')}`;
  return { id, token, hash: hashOf(token) };
}

/** Whether a text is meant as a token of ours; it need not be a valid one. */
export function looksLikeToken(text: string): boolean {
  return text.startsWith(PREFIX);
}

/** The id in a token, or undefined for what cannot be one. */
export function idOfToken(token: string): string | undefined {
  return PATTERN.exec(token)?.[1];
}

/** Compares in a time that tells nothing of the hash. */
export function fitsHash(token: string, hash: string): boolean {
  return timingSafeEqual(Buffer.from(hashOf(token)), Buffer.from(hash));
}

function hashOf(token: string): string {
  return createHash('sha256').update(token).digest('hex');
}
