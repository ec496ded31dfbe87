import {
  AuditorService,
  AuthService,
  HttpAuthService,
  LoggerService,
} from '@backstage/backend-plugin-api';
import { Config } from '@backstage/config';
import express from 'express';
import { Knex } from 'knex';
import { HistoryAccess } from '../models/HistoryAccess';
import { OutboxMessage } from '../outbox/OutboxMessage';
import { AliasMover } from '../promotion/AliasMover';
import { IdempotencyKeys } from '../promotion/IdempotencyKeys';
import { PromotionDeps } from '../promotion/PromotionDeps';
import { RequestService } from '../promotion/RequestService';
import { RollbackService } from '../promotion/RollbackService';
import { AuthorizedAliasService } from './AuthorizedAliasService';
import { createAliasRouter } from './createAliasRouter';
import { DriftChanges } from './drift/DriftChanges';
import { DriftService } from './drift/DriftService';
import { DriftWatch } from './drift/DriftWatch';
import { readDriftModes } from './drift/readDriftModes';
import { revertAlias } from './drift/revertAlias';
import { AliasHistory } from './history/AliasHistory';

/** What the feature needs of the one of promotions. */
export interface AliasesOptions {
  aliases: AliasMover;
  auditor: AuditorService;
  auth: AuthService;
  config: Config;
  deps: PromotionDeps;
  history: HistoryAccess;
  httpAuth: HttpAuthService;
  idempotency: IdempotencyKeys;
  knex: Knex;
  logger: LoggerService;
  requests: RequestService;
  rollbacks: RollbackService;
}

/** What became of aliases, and what to do where they drifted. */
export function createAliases(options: AliasesOptions): {
  router: express.Router;
  watch: DriftWatch;
  /** See {@link revertAlias}. */
  revert: (
    message: Extract<OutboxMessage, { kind: 'alias-revert' }>,
  ) => Promise<void>;
} {
  const { deps, knex } = options;
  const changes = new DriftChanges(deps);
  const choices = new DriftService({ ...options, changes });
  return {
    router: createAliasRouter({
      ...options,
      aliases: new AuthorizedAliasService({
        access: options.history,
        auth: options.auth,
        choices,
        drifts: deps.drifts,
        history: new AliasHistory(knex),
        models: deps.models,
        subjects: deps.subjects,
      }),
    }),
    watch: new DriftWatch({
      ...options,
      changes,
      choices,
      modes: readDriftModes(options.config),
    }),
    revert: message => revertAlias(message, { ...options, changes }),
  };
}
