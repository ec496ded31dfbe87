import {
  AuthService,
  HttpAuthService,
  PermissionsService,
  SchedulerService,
  UserInfoService,
} from '@backstage/backend-plugin-api';
import { Config } from '@backstage/config';
import { CatalogService } from '@backstage/plugin-catalog-node';
import type { EventsService } from '@backstage/plugin-events-node';
import { defaultRiskTiers } from '@understudy/plugin-ml-common';
import { subscribeToIntake } from '@understudy/plugin-ml-node';
import express from 'express';
import { Knex } from 'knex';
import { VersionStore } from '../registry/VersionStore';
import { SubjectStore } from '../subjects/SubjectStore';
import { createModelsRouter } from './createModelsRouter';
import { DatabaseModelIndex } from './DatabaseModelIndex';
import { ModelIndex } from './ModelIndex';
import { ModelIndexRefresh } from './ModelIndexRefresh';
import { ModelListService } from './ModelListService';

/** What the feature needs of the plugin. */
export interface ModelsDeps {
  auth: AuthService;
  catalog: CatalogService;
  config: Config;
  events: EventsService;
  httpAuth: HttpAuthService;
  knex: Knex;
  permissions: PermissionsService;
  scheduler: SchedulerService;
  subjects: SubjectStore;
  userInfo: UserInfoService;
  versions: VersionStore;
}

/** The list of all models, and the index that makes it fast. */
export async function createModels(deps: ModelsDeps): Promise<{
  models: ModelListService;
  index: ModelIndex;
  refresh: ModelIndexRefresh;
  router: express.Router;
}> {
  const riskTiers =
    deps.config.getOptionalStringArray('ml.riskTiers') ?? defaultRiskTiers;
  const index = DatabaseModelIndex.create(deps);
  const refresh = new ModelIndexRefresh({ ...deps, index, riskTiers });
  await deps.scheduler.scheduleTask({
    id: 'ml-model-index',
    frequency: { seconds: 10 },
    timeout: { minutes: 10 },
    scope: 'global',
    fn: signal => refresh.runIfDue({ signal, now: Date.now() }),
  });
  await deps.scheduler.scheduleTask({
    id: 'ml-model-index-after-decisions',
    frequency: { seconds: 10 },
    timeout: { minutes: 10 },
    // The replica that hears of a decision is the one that follows it.
    scope: 'local',
    fn: signal => refresh.runIfFollowing({ signal, now: Date.now() }),
  });
  await subscribeToIntake({
    events: deps.events,
    id: 'ml-model-index',
    onDecided: async () => refresh.follow({ now: Date.now() }),
  });
  const models = new ModelListService({ ...deps, index, refresh, riskTiers });
  return {
    models,
    index,
    refresh,
    router: createModelsRouter({ ...deps, models }),
  };
}
