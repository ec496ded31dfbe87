import { HttpAuthService } from '@backstage/backend-plugin-api';
import { AuthenticationError, NotAllowedError } from '@backstage/errors';
import { RegistryTokenScope } from '@understudy/plugin-ml-common';
import express from 'express';
import { GroupMembers } from '../../promotion/GroupMembers';
import { RegistryTokenService } from '../../tokens/RegistryTokenService';
import { looksLikeToken } from '../../tokens/tokenText';
import { CallerDeps, CredentialedCaller } from './CredentialedCaller';
import { RegistryCaller } from './RegistryCaller';
import { TokenCaller } from './TokenCaller';

/** Finds out who sends a request; whoever does not say so is turned away. */
export class RegistryCallers {
  readonly #deps: CallerDeps;
  readonly #httpAuth: HttpAuthService;
  readonly #members: GroupMembers;
  readonly #tokens: RegistryTokenService;

  constructor(
    options: CallerDeps & {
      httpAuth: HttpAuthService;
      members: GroupMembers;
      tokens: RegistryTokenService;
    },
  ) {
    this.#deps = options;
    this.#httpAuth = options.httpAuth;
    this.#members = options.members;
    this.#tokens = options.tokens;
  }

  /**
   * Throws AuthenticationError, or NotAllowedError when what they sent is not
   * good for what they want.
   */
  async identify(
    req: express.Request,
    scope: RegistryTokenScope,
  ): Promise<RegistryCaller> {
    const [, sent] =
      /^Bearer\s+(\S+)$/i.exec(req.header('authorization') ?? '') ?? [];
    if (sent && looksLikeToken(sent)) {
      return await this.#byToken(sent, scope);
    }
    return new CredentialedCaller(
      await this.#httpAuth.credentials(req, { allow: ['user', 'service'] }),
      this.#deps,
    );
  }

  async #byToken(
    sent: string,
    scope: RegistryTokenScope,
  ): Promise<RegistryCaller> {
    const token = await this.#tokens.authenticate(sent);
    if (!token.scopes.includes(scope)) {
      throw new NotAllowedError(
        `The registry token '${token.name}' has the scopes ${token.scopes.join(', ')}; this needs '${scope}'`,
      );
    }
    const user = await this.#deps.catalog.getEntityByRef(token.person, {
      credentials: await this.#deps.auth.getOwnServiceCredentials(),
    });
    if (!user) {
      throw new AuthenticationError(
        `'${token.person}', whose registry token this is, is no longer in the catalog`,
      );
    }
    return new TokenCaller({
      ...this.#deps,
      members: this.#members,
      token,
      user,
    });
  }
}
