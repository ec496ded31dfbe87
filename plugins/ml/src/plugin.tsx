import {
  ApiBlueprint,
  createFrontendPlugin,
  fetchApiRef,
  PageBlueprint,
  SubPageBlueprint,
} from '@backstage/frontend-plugin-api';
import { RiBrainLine } from '@remixicon/react';
import { contractApiFactory } from './api/contractApiFactory';
import { intakeApiRef } from './api/IntakeApi';
import { IntakeClient } from './api/IntakeClient';
import { mlApiRef } from './api/MlApi';
import { MlClient } from './api/MlClient';
import { MlflowImportClient } from './api/MlflowImportClient';
import { registryImportApiRef } from './api/RegistryImportApi';
import { entityCards } from './entityCards';
import { entityContents } from './entityContents';
import { SubPageContent } from './pieces/SubPageContent';
import {
  catalogIndexRouteRef,
  compareRouteRef,
  datasetsRouteRef,
  datasetVersionRouteRef,
  featureViewsRouteRef,
  featureViewVersionRouteRef,
  intakeRouteRef,
  lineageRouteRef,
  modelsRouteRef,
  promotionRouteRef,
  promotionsRouteRef,
  registriesRouteRef,
  registryTokensRouteRef,
  rootRouteRef,
  versionRouteRef,
  versionSearchRouteRef,
} from './routes';

const apis = [
  ApiBlueprint.make({
    params: define =>
      define({
        api: mlApiRef,
        deps: { fetchApi: fetchApiRef },
        factory: ({ fetchApi }) => new MlClient({ fetchApi }),
      }),
  }),
  ApiBlueprint.make({
    name: 'registry-import',
    params: define =>
      define({
        api: registryImportApiRef,
        deps: { fetchApi: fetchApiRef },
        factory: ({ fetchApi }) => new MlflowImportClient({ fetchApi }),
      }),
  }),
  ApiBlueprint.make({
    name: 'intake',
    params: define =>
      define({
        api: intakeApiRef,
        deps: { fetchApi: fetchApiRef },
        factory: ({ fetchApi }) => new IntakeClient({ fetchApi }),
      }),
  }),
  ApiBlueprint.make({
    name: 'contracts',
    params: define => define(contractApiFactory),
  }),
];

const pages = [
  PageBlueprint.make({ params: { path: '/ml', routeRef: rootRouteRef } }),
  SubPageBlueprint.make({
    name: 'models',
    params: {
      path: 'models',
      title: 'Models',
      loader: () =>
        import('./models/ModelsPages').then(m => (
          <SubPageContent>
            <m.ModelsPages />
          </SubPageContent>
        )),
    },
  }),
  SubPageBlueprint.make({
    name: 'feature-views',
    params: {
      path: 'feature-views',
      title: 'Feature views',
      loader: () =>
        import('./dataVersions/DataVersionsPages').then(m => (
          <SubPageContent>
            <m.DataVersionsPages kind="featureview" />
          </SubPageContent>
        )),
    },
  }),
  SubPageBlueprint.make({
    name: 'datasets',
    params: {
      path: 'datasets',
      title: 'Datasets',
      loader: () =>
        import('./dataVersions/DataVersionsPages').then(m => (
          <SubPageContent>
            <m.DataVersionsPages kind="dataset" />
          </SubPageContent>
        )),
    },
  }),
  SubPageBlueprint.make({
    name: 'versions',
    params: {
      path: 'versions',
      title: 'Versions',
      loader: () =>
        import('./search/VersionSearchPage').then(m => (
          <SubPageContent>
            <m.VersionSearchPage />
          </SubPageContent>
        )),
    },
  }),
  SubPageBlueprint.make({
    name: 'promotions',
    params: {
      path: 'promotions',
      title: 'Promotions',
      loader: () =>
        import('./promotion/PromotionsPages').then(m => (
          <SubPageContent>
            <m.PromotionsPages />
          </SubPageContent>
        )),
    },
  }),
  SubPageBlueprint.make({
    name: 'registries',
    params: {
      path: 'registries',
      title: 'Registries',
      loader: () =>
        import('./registries/RegistriesPage').then(m => (
          <SubPageContent>
            <m.RegistriesPage />
          </SubPageContent>
        )),
    },
  }),
  SubPageBlueprint.make({
    name: 'intake',
    params: {
      path: 'intake',
      title: 'Intake',
      loader: () =>
        import('./intake/IntakePage').then(m => (
          <SubPageContent>
            <m.IntakePage />
          </SubPageContent>
        )),
    },
  }),
  SubPageBlueprint.make({
    name: 'registry-tokens',
    params: {
      path: 'registry-tokens',
      title: 'Registry tokens',
      loader: () =>
        import('./tokens/TokensPage').then(m => (
          <SubPageContent>
            <m.TokensPage />
          </SubPageContent>
        )),
    },
  }),
];

/**
 * Models, their versions and promotions in the portal: the pages below `/ml`
 * and what stands on the pages of entities of kind Model, FeatureView, Feature
 * and Dataset.
 *
 * @public
 */
export const mlPlugin = createFrontendPlugin({
  pluginId: 'ml',
  title: 'Machine learning',
  icon: <RiBrainLine />,
  info: { packageJson: () => import('../package.json') },
  routes: {
    root: rootRouteRef,
    models: modelsRouteRef,
    version: versionRouteRef,
    compare: compareRouteRef,
    featureViews: featureViewsRouteRef,
    featureViewVersion: featureViewVersionRouteRef,
    datasets: datasetsRouteRef,
    datasetVersion: datasetVersionRouteRef,
    promotions: promotionsRouteRef,
    promotion: promotionRouteRef,
    registries: registriesRouteRef,
    intake: intakeRouteRef,
    versionSearch: versionSearchRouteRef,
    registryTokens: registryTokensRouteRef,
  },
  externalRoutes: {
    catalogIndex: catalogIndexRouteRef,
    lineage: lineageRouteRef,
  },
  extensions: [...apis, ...pages, ...entityCards, ...entityContents],
});
