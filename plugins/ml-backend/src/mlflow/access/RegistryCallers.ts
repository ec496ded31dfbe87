import {
  BackstageCredentials,
  HttpAuthService,
} from '@backstage/backend-plugin-api';
import express from 'express';
import { CallerDeps, CredentialedCaller } from './CredentialedCaller';
import { RegistryCaller } from './RegistryCaller';

/** Finds out who sends a request; whoever does not say so is turned away. */
export class RegistryCallers {
  readonly #deps: CallerDeps;
  readonly #httpAuth: HttpAuthService;

  constructor(options: CallerDeps & { httpAuth: HttpAuthService }) {
    this.#deps = options;
    this.#httpAuth = options.httpAuth;
  }

  /** Throws AuthenticationError or NotAllowedError. */
  async identify(req: express.Request): Promise<RegistryCaller> {
    const credentials: BackstageCredentials = await this.#httpAuth.credentials(
      req,
      { allow: ['user', 'service'] },
    );
    return new CredentialedCaller(credentials, this.#deps);
  }
}
