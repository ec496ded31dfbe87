import { randomBytes } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { dataDir } from '../toolchain/paths.mjs';

/** Where the token is kept that `npm start` makes. */
export const tokenFile = path.join(dataDir, 'token');

/**
 * The token with which programs outside the portal call its backend: `UNDERSTUDY_TOKEN` when set,
 * otherwise one made at the first start and kept.
 */
export function outsideToken() {
  if (process.env.UNDERSTUDY_TOKEN) {
    return { token: process.env.UNDERSTUDY_TOKEN, source: 'UNDERSTUDY_TOKEN' };
  }
  if (!existsSync(tokenFile)) {
    mkdirSync(dataDir, { recursive: true });
    writeFileSync(tokenFile, randomBytes(32).toString('hex'), { mode: 0o600 });
  }
  return { token: readFileSync(tokenFile, 'utf8').trim(), source: tokenFile };
}
