import {
  AuthService,
  HttpAuthService,
  PermissionsService,
} from '@backstage/backend-plugin-api';
import { Config } from '@backstage/config';
import { CatalogService } from '@backstage/plugin-catalog-node';
import express from 'express';
import { Knex } from 'knex';
import { ModelIndex } from '../models/ModelIndex';
import { ModelIndexRefresh } from '../models/ModelIndexRefresh';
import { MetricDictionary } from '../registry/MetricDictionary';
import { VersionStore } from '../registry/VersionStore';
import { SubjectStore } from '../subjects/SubjectStore';
import { createVersionSearchRouter } from './createVersionSearchRouter';
import { VersionSearchService } from './VersionSearchService';
import { VersionSearchStore } from './VersionSearchStore';

/** What the feature needs of the plugin. */
export interface VersionSearchDeps {
  auth: AuthService;
  catalog: CatalogService;
  config: Config;
  httpAuth: HttpAuthService;
  index: ModelIndex;
  knex: Knex;
  permissions: PermissionsService;
  refresh: ModelIndexRefresh;
  subjects: SubjectStore;
  versions: VersionStore;
}

/** What the feature gives to the plugin. */
export interface VersionSearch {
  /** By which names of metrics in a query are read. */
  dictionary: MetricDictionary;
  router: express.Router;
  search: VersionSearchService;
}

/** The search for versions across models, and its export. */
export function createVersionSearch(deps: VersionSearchDeps): VersionSearch {
  const dictionary = MetricDictionary.fromConfig(deps.config);
  const search = new VersionSearchService({
    ...deps,
    search: VersionSearchStore.create(deps),
  });
  return {
    dictionary,
    search,
    router: createVersionSearchRouter({ ...deps, dictionary, search }),
  };
}
