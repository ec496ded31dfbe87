import { RegistryToken } from '@understudy/plugin-ml-common';

/** Whether a token can be used at a time, ISO 8601 in UTC. */
export function tokenState(
  token: Pick<RegistryToken, 'expiresAt' | 'revokedAt'>,
  now: string,
): 'usable' | 'expired' | 'revoked' {
  if (token.revokedAt) {
    return 'revoked';
  }
  return token.expiresAt <= now ? 'expired' : 'usable';
}
