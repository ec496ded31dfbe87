import {
  AuditorService,
  AuthService,
  HttpAuthService,
  PermissionsService,
} from '@backstage/backend-plugin-api';
import express from 'express';
import { Knex } from 'knex';
import { DatabaseLedger } from '../ledger/DatabaseLedger';
import { createTokenRouter } from './createTokenRouter';
import { RegistryTokenService } from './RegistryTokenService';
import { RegistryTokenStore } from './RegistryTokenStore';

/** Registry tokens of persons, and the routes by which they look after them. */
export function createTokens(deps: {
  auditor: AuditorService;
  auth: AuthService;
  httpAuth: HttpAuthService;
  knex: Knex;
  permissions: PermissionsService;
  now?: () => Date;
}): { tokens: RegistryTokenService; router: express.Router } {
  const { knex, now = () => new Date() } = deps;
  const tokens = new RegistryTokenService({
    ...deps,
    ledger: DatabaseLedger.create({ knex, now }),
    now,
    store: new RegistryTokenStore(knex),
  });
  return { tokens, router: createTokenRouter({ ...deps, tokens }) };
}
