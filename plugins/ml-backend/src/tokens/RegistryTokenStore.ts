import {
  RegistryToken,
  RegistryTokenScope,
} from '@understudy/plugin-ml-common';
import { Knex } from 'knex';

/** How exactly the last use is noted: a write per request would be too much. */
const USE_ROUNDING_MS = 3600 * 1000;

/** A token as it is kept. */
export interface StoredToken extends RegistryToken {
  /** Entity ref. */
  person: string;
  hash: string;
  mayRegisterModels: boolean;
}

interface TokenRow {
  id: string;
  person: string;
  name: string;
  hash: string;
  scopes: string;
  may_register_models: boolean | number;
  created_at: string;
  expires_at: string;
  last_used_at: string | null;
  revoked_at: string | null;
}

/** Keeps registry tokens in the plugin's database. */
export class RegistryTokenStore {
  readonly #knex: Knex;

  constructor(knex: Knex) {
    this.#knex = knex;
  }

  async insert(
    tx: Knex.Transaction,
    token: Omit<StoredToken, 'lastUsedAt' | 'revokedAt'>,
  ): Promise<void> {
    await tx<TokenRow>('registry_token').insert({
      id: token.id,
      person: token.person,
      name: token.name,
      hash: token.hash,
      scopes: JSON.stringify(token.scopes),
      may_register_models: token.mayRegisterModels,
      created_at: token.createdAt,
      expires_at: token.expiresAt,
    });
  }

  async find(id: string): Promise<StoredToken | undefined> {
    const row = await this.#knex<TokenRow>('registry_token')
      .where({ id })
      .first();
    return row && fromRow(row);
  }

  /** Those of a person, newest first, at most `limit`. */
  async list(person: string, limit: number): Promise<StoredToken[]> {
    const rows = await this.#knex<TokenRow>('registry_token')
      .where({ person })
      .orderBy('id', 'desc')
      .limit(limit);
    return rows.map(fromRow);
  }

  /**
   * Waits for others who make a token for the same person, and keeps further
   * ones waiting until the transaction ends: the tokens can be counted then.
   */
  async lockPerson(tx: Knex.Transaction, person: string): Promise<void> {
    await tx('registry_token_person')
      .insert({ person })
      .onConflict('person')
      .ignore();
    await tx('registry_token_person').where({ person }).forUpdate().first();
  }

  /** How many of a person's can be used at a time. */
  async countUsable(
    tx: Knex.Transaction,
    person: string,
    now: Date,
  ): Promise<number> {
    const [{ count }] = await tx('registry_token')
      .where({ person, revoked_at: null })
      .where('expires_at', '>', now.toISOString())
      .count({ count: '*' });
    return Number(count);
  }

  /** False when it was revoked before. */
  async revoke(tx: Knex.Transaction, id: string, now: Date): Promise<boolean> {
    const revoked = await tx<TokenRow>('registry_token')
      .where({ id, revoked_at: null })
      .update({ revoked_at: now.toISOString() });
    return revoked === 1;
  }

  async noteUse(token: StoredToken, now: Date): Promise<void> {
    const hour = new Date(
      Math.floor(now.getTime() / USE_ROUNDING_MS) * USE_ROUNDING_MS,
    ).toISOString();
    if (token.lastUsedAt !== hour) {
      await this.#knex<TokenRow>('registry_token')
        .where({ id: token.id })
        .update({ last_used_at: hour });
    }
  }
}

function fromRow(row: TokenRow): StoredToken {
  const scopes: RegistryTokenScope[] = JSON.parse(row.scopes);
  return {
    id: row.id,
    person: row.person,
    name: row.name,
    hash: row.hash,
    scopes,
    mayRegisterModels: Boolean(row.may_register_models),
    createdAt: row.created_at,
    expiresAt: row.expires_at,
    ...(row.last_used_at ? { lastUsedAt: row.last_used_at } : {}),
    ...(row.revoked_at ? { revokedAt: row.revoked_at } : {}),
  };
}
