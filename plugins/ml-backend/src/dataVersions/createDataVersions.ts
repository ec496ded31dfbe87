import {
  AuditorService,
  AuthService,
  HttpAuthService,
  LoggerService,
  SchedulerService,
  UserInfoService,
} from '@backstage/backend-plugin-api';
import { CatalogService } from '@backstage/plugin-catalog-node';
import express from 'express';
import { Knex } from 'knex';
import { DatabaseLedger } from '../ledger/DatabaseLedger';
import { ModelAccess } from '../models/ModelAccess';
import { IdempotencyKeys } from '../promotion/IdempotencyKeys';
import { AuthorizedRegistryService } from '../registry/AuthorizedRegistryService';
import { VersionStore } from '../registry/VersionStore';
import { SubjectStore } from '../subjects/SubjectStore';
import { createDataVersionRouter } from './createDataVersionRouter';
import { DataVersionRegistrar } from './DataVersionRegistrar';
import { DataVersionService } from './DataVersionService';
import { FeatureViewVersionSync } from './FeatureViewVersionSync';

/** What the feature needs of the plugin. */
export interface DataVersionsDeps {
  access: ModelAccess;
  auditor: AuditorService;
  auth: AuthService;
  catalog: CatalogService;
  httpAuth: HttpAuthService;
  knex: Knex;
  logger: LoggerService;
  registry: AuthorizedRegistryService;
  scheduler: SchedulerService;
  subjects: SubjectStore;
  userInfo: UserInfoService;
  versions: VersionStore;
}

/**
 * Versions of feature views and datasets: those that builds and jobs report,
 * and those that follow from what the catalog says of feature views.
 */
export async function createDataVersions(
  deps: DataVersionsDeps,
): Promise<{ router: express.Router }> {
  const ledger = DatabaseLedger.create(deps);
  const sync = new FeatureViewVersionSync({ ...deps, ledger });
  await deps.scheduler.scheduleTask({
    id: 'ml-feature-view-versions',
    frequency: { minutes: 1 },
    timeout: { minutes: 30 },
    scope: 'global',
    fn: signal => sync.run({ signal }),
  });
  const dataVersions = new DataVersionService({
    ...deps,
    registrar: new DataVersionRegistrar({
      ...deps,
      ledger,
      idempotency: IdempotencyKeys.create({ ...deps, now: () => new Date() }),
    }),
  });
  return { router: createDataVersionRouter({ ...deps, dataVersions }) };
}
