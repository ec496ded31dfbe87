import {
  AuthService,
  BackstageCredentials,
  PermissionsService,
} from '@backstage/backend-plugin-api';
import {
  AuthenticationError,
  ConflictError,
  NotAllowedError,
  NotFoundError,
} from '@backstage/errors';
import {
  AuthorizePermissionRequest,
  AuthorizeResult,
} from '@backstage/plugin-permission-common';
import {
  CreatedRegistryToken,
  mlModelRegisterPermission,
  mlRegistryTokenCreatePermission,
  RegistryToken,
  RegistryTokenScope,
} from '@understudy/plugin-ml-common';
import { Knex } from 'knex';
import { DatabaseLedger } from '../ledger/DatabaseLedger';
import { RegistryTokenStore, StoredToken } from './RegistryTokenStore';
import { fitsHash, idOfToken, makeToken } from './tokenText';

const DAY_MS = 24 * 3600 * 1000;
/** A person who needs more has one too many that they do not know of. */
const MAX_USABLE = 20;
const LIST_LIMIT = 100;

interface WithCredentials {
  credentials: BackstageCredentials;
}

/** What somebody asks for. */
export interface TokenRequest {
  name: string;
  /** 1 to 90. */
  days: number;
  scopes: RegistryTokenScope[];
}

/**
 * Registry tokens of persons. They speak for the person to the registry and to
 * nothing else, so that none of them can approve.
 */
export class RegistryTokenService {
  readonly #auth: AuthService;
  readonly #knex: Knex;
  readonly #ledger: DatabaseLedger;
  readonly #now: () => Date;
  readonly #permissions: PermissionsService;
  readonly #store: RegistryTokenStore;

  constructor(options: {
    auth: AuthService;
    knex: Knex;
    ledger: DatabaseLedger;
    now: () => Date;
    permissions: PermissionsService;
    store: RegistryTokenStore;
  }) {
    this.#auth = options.auth;
    this.#knex = options.knex;
    this.#ledger = options.ledger;
    this.#now = options.now;
    this.#permissions = options.permissions;
    this.#store = options.store;
  }

  /** The only time that the token itself is told. */
  async create(
    { name, days, scopes }: TokenRequest,
    options: WithCredentials,
  ): Promise<CreatedRegistryToken> {
    const person = this.#requirePerson(options.credentials);
    const [mayCreate, mayRegisterModels] = await this.#may(
      [
        { permission: mlRegistryTokenCreatePermission },
        { permission: mlModelRegisterPermission },
      ],
      options,
    );
    if (!mayCreate) {
      throw new NotAllowedError(
        `You are missing the permission '${mlRegistryTokenCreatePermission.name}'`,
      );
    }
    const now = this.#now();
    const { id, token, hash } = makeToken();
    const made: StoredToken = {
      id,
      person,
      name,
      hash,
      scopes,
      mayRegisterModels,
      createdAt: now.toISOString(),
      expiresAt: new Date(now.getTime() + days * DAY_MS).toISOString(),
    };
    await this.#knex.transaction(async tx => {
      await this.#store.lockPerson(tx, person);
      if ((await this.#store.countUsable(tx, person, now)) >= MAX_USABLE) {
        throw new ConflictError(
          `You have ${MAX_USABLE} tokens that can be used; revoke one first`,
        );
      }
      await this.#store.insert(tx, made);
      await this.#note(tx, 'token.created', made);
    });
    return { ...shown(made), token };
  }

  /** Those of the caller, newest first. */
  async list(options: WithCredentials): Promise<RegistryToken[]> {
    const person = this.#requirePerson(options.credentials);
    return (await this.#store.list(person, LIST_LIMIT)).map(shown);
  }

  /** Ends a token of the caller at once; again does no harm. */
  async revoke(id: string, options: WithCredentials): Promise<void> {
    const person = this.#requirePerson(options.credentials);
    const token = await this.#store.find(id);
    if (token?.person !== person) {
      throw new NotFoundError(`You have no registry token '${id}'`);
    }
    await this.#knex.transaction(async tx => {
      if (await this.#store.revoke(tx, id, this.#now())) {
        await this.#note(tx, 'token.revoked', token);
      }
    });
  }

  /** Whose a token is. Throws AuthenticationError unless it can be used. */
  async authenticate(text: string): Promise<StoredToken> {
    const id = idOfToken(text);
    const token = id && (await this.#store.find(id));
    if (!token || !fitsHash(text, token.hash)) {
      throw new AuthenticationError('The registry token is not valid');
    }
    const now = this.#now();
    if (token.revokedAt) {
      throw new AuthenticationError(
        `The registry token '${token.name}' was revoked at ${token.revokedAt}`,
      );
    }
    if (token.expiresAt <= now.toISOString()) {
      throw new AuthenticationError(
        `The registry token '${token.name}' expired at ${token.expiresAt}; make another in the portal`,
      );
    }
    await this.#store.noteUse(token, now);
    return token;
  }

  async #note(
    tx: Knex.Transaction,
    verb: string,
    token: StoredToken,
  ): Promise<void> {
    await this.#ledger.append(tx, [
      {
        type: `dev.understudy.${verb}`,
        source: '/api/ml/registry-tokens',
        subject: token.person,
        data: {
          actor: { ref: token.person, kind: 'user' },
          action: verb,
          object: { kind: 'RegistryToken', ref: token.id },
          after: {
            name: token.name,
            scopes: token.scopes,
            expiresAt: token.expiresAt,
          },
          correlationId: token.id,
        },
      },
    ]);
  }

  /** An agent must not give itself a token that outlives its errand. */
  #requirePerson(credentials: BackstageCredentials): string {
    if (
      !this.#auth.isPrincipal(credentials, 'user') ||
      credentials.principal.actor
    ) {
      throw new NotAllowedError(
        'Registry tokens are made, listed and revoked by a signed-in person only',
      );
    }
    return credentials.principal.userEntityRef;
  }

  async #may(
    requests: AuthorizePermissionRequest[],
    options: WithCredentials,
  ): Promise<boolean[]> {
    const decisions = await this.#permissions.authorize(requests, options);
    return decisions.map(({ result }) => result === AuthorizeResult.ALLOW);
  }
}

function shown(token: StoredToken): RegistryToken {
  const { id, name, scopes, createdAt, expiresAt, lastUsedAt, revokedAt } =
    token;
  return {
    id,
    name,
    scopes,
    createdAt,
    expiresAt,
    ...(lastUsedAt ? { lastUsedAt } : {}),
    ...(revokedAt ? { revokedAt } : {}),
  };
}
