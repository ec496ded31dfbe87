import apiDocsPlugin from '@backstage/plugin-api-docs/alpha';
import appVisualizerPlugin from '@backstage/plugin-app-visualizer';
import authPlugin from '@backstage/plugin-auth';
import catalogGraphPlugin from '@backstage/plugin-catalog-graph/alpha';
import catalogImportPlugin from '@backstage/plugin-catalog-import/alpha';
import catalogPlugin from '@backstage/plugin-catalog/alpha';
import catalogUnprocessedEntitiesPlugin from '@backstage/plugin-catalog-unprocessed-entities/alpha';
import { createApp } from '@backstage/frontend-defaults';
import notificationsPlugin from '@backstage/plugin-notifications/alpha';
import orgPlugin from '@backstage/plugin-org/alpha';
import scaffolderPlugin from '@backstage/plugin-scaffolder/alpha';
import searchPlugin from '@backstage/plugin-search/alpha';
import signalsPlugin from '@backstage/plugin-signals/alpha';
import techdocsPlugin from '@backstage/plugin-techdocs/alpha';
import userSettingsPlugin from '@backstage/plugin-user-settings/alpha';
import lineagePlugin from '@understudy/plugin-lineage';
import mlPlugin from '@understudy/plugin-ml';
import { catalogGraphModule } from './catalogGraph';
import { homeModule } from './home';
import { entityPresentationModule, iconsModule } from './icons';
import { navigationModule } from './navigation';
import { searchResultsModule } from './searchResults';
import { signInModule } from './signIn';

/** The portal: every plugin it holds, then what this portal arranges by itself. */
export const app = createApp({
  features: [
    apiDocsPlugin,
    appVisualizerPlugin,
    authPlugin,
    catalogPlugin,
    catalogGraphPlugin,
    catalogImportPlugin,
    catalogUnprocessedEntitiesPlugin,
    lineagePlugin,
    mlPlugin,
    notificationsPlugin,
    orgPlugin,
    scaffolderPlugin,
    searchPlugin,
    signalsPlugin,
    techdocsPlugin,
    userSettingsPlugin,

    catalogGraphModule,
    entityPresentationModule,
    homeModule,
    iconsModule,
    navigationModule,
    searchResultsModule,
    signInModule,
  ],
});
