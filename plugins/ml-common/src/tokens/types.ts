/**
 * What a personal registry token may be used for: to read what the person's
 * teams own, and to register versions of it. There is no scope that approves.
 *
 * @public
 */
export type RegistryTokenScope = 'read' | 'register';

/**
 * A personal registry token, without its secret.
 *
 * @public
 */
export interface RegistryToken {
  /** ULID. */
  id: string;
  /** For the person to know it by. */
  name: string;
  scopes: RegistryTokenScope[];
  /** ISO 8601. */
  createdAt: string;
  expiresAt: string;
  /** To the hour. */
  lastUsedAt?: string;
  revokedAt?: string;
}

/**
 * A token that was just made. Its secret is shown this once.
 *
 * @public
 */
export interface CreatedRegistryToken extends RegistryToken {
  token: string;
}
