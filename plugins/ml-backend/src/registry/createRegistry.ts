import {
  AuditorService,
  AuthService,
  HttpAuthService,
  LoggerService,
  PermissionsService,
  SchedulerService,
  UserInfoService,
} from '@backstage/backend-plugin-api';
import { Config } from '@backstage/config';
import { isError } from '@backstage/errors';
import { CatalogService } from '@backstage/plugin-catalog-node';
import { VersionSource } from '@understudy/plugin-ml-node';
import express from 'express';
import { Knex } from 'knex';
import { readVersionEvidence } from '../evidence/read/readVersionEvidence';
import { readRiskTiers } from '../evidence/readRiskTiers';
import { HistoryAccess } from '../models/HistoryAccess';
import { ModelAccess } from '../models/ModelAccess';
import { IdempotencyKeys } from '../promotion/IdempotencyKeys';
import { SubjectReconciler } from '../subjects/SubjectReconciler';
import { SubjectStore } from '../subjects/SubjectStore';
import { AuthorizedRegistryService } from './AuthorizedRegistryService';
import { createRegistryRouter } from './createRegistryRouter';
import { DefaultRegistryService } from './DefaultRegistryService';
import { FileVersionsSync } from './file/FileVersionsSync';
import { MetricDictionary } from './MetricDictionary';
import { scheduleRegistry, syncTaskId } from './scheduleRegistry';
import { RegistrySourceStore } from './sync/RegistrySourceStore';
import { RegistrySync } from './sync/RegistrySync';
import { VersionSources } from './sync/VersionSources';
import { VersionRegistrar } from './VersionRegistrar';
import { VersionStore } from './VersionStore';

/** What the feature needs of the plugin. */
export interface RegistryDeps {
  access: ModelAccess;
  /** Called whenever a registry was read; answers what went wrong in it. */
  afterRead?: (source: VersionSource) => Promise<string[]>;
  /** Called before a registry is read. */
  beforeRead?: (source: VersionSource) => Promise<void>;
  auditor: AuditorService;
  auth: AuthService;
  catalog: CatalogService;
  config: Config;
  httpAuth: HttpAuthService;
  knex: Knex;
  logger: LoggerService;
  permissions: PermissionsService;
  scheduler: SchedulerService;
  sources: VersionSources;
  subjects: SubjectStore;
  userInfo: UserInfoService;
  versions: VersionStore;
}

/**
 * Versions of models and the registries they come from: reads the registries
 * by schedule and answers questions about what was read.
 */
export async function createRegistry(deps: RegistryDeps): Promise<{
  registry: AuthorizedRegistryService;
  router: express.Router;
  /** Has registries read as soon as possible; unknown ones are left out. */
  readRegistries: (servers: readonly string[]) => Promise<void>;
}> {
  const { scheduler, sources } = deps;
  const dictionary = MetricDictionary.fromConfig(deps.config);
  const statuses = RegistrySourceStore.create(deps);
  await scheduleRegistry({
    fileVersions: new FileVersionsSync({ ...deps, dictionary }),
    reconciler: new SubjectReconciler(deps),
    scheduler,
    sources: sources.list(),
    statuses,
    sync: new RegistrySync({ ...deps, dictionary, sources: statuses }),
  });
  const inner = new DefaultRegistryService({
    ...deps,
    dictionary,
    registrar: new VersionRegistrar({
      ...deps,
      dictionary,
      riskTiers: readRiskTiers(deps.config),
      idempotency: IdempotencyKeys.create({ ...deps, now: () => new Date() }),
    }),
    readEvidence: id => readVersionEvidence(deps.knex, id),
    statuses,
    triggerSync: server => triggerSync(scheduler, server),
  });
  const registry = new AuthorizedRegistryService({
    ...deps,
    history: new HistoryAccess({ ...deps, models: deps.access }),
    inner,
  });
  return {
    registry,
    router: createRegistryRouter({ ...deps, registry }),
    readRegistries: async servers => {
      // A server may have left the configuration since it was decided about.
      for (const server of servers.filter(id => sources.find(id))) {
        await inner.requestSync(server);
      }
    },
  };
}

async function triggerSync(
  scheduler: SchedulerService,
  server: string,
): Promise<void> {
  try {
    await scheduler.triggerTask(syncTaskId(server));
  } catch (error) {
    // It runs already. The request that was noted before makes it run again.
    if (!isError(error) || error.name !== 'ConflictError') {
      throw error;
    }
  }
}
