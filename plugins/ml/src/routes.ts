import {
  createExternalRouteRef,
  createRouteRef,
  createSubRouteRef,
} from '@backstage/core-plugin-api';

/**
 * The pages of the plugin, `/ml` unless the app mounts them elsewhere. It opens
 * the list of models.
 *
 * @public
 */
export const rootRouteRef = createRouteRef({ id: 'ml' });

/**
 * The list of all models.
 *
 * @public
 */
export const modelsRouteRef = createSubRouteRef({
  id: 'ml/models',
  parent: rootRouteRef,
  path: '/models',
});

/**
 * Everything about one version of a model. `version` is the version's label.
 *
 * @public
 */
export const versionRouteRef = createSubRouteRef({
  id: 'ml/version',
  parent: rootRouteRef,
  path: '/models/:namespace/:name/versions/:version',
});

/**
 * Versions of all feature views that the reader may see.
 *
 * @public
 */
export const featureViewsRouteRef = createSubRouteRef({
  id: 'ml/feature-views',
  parent: rootRouteRef,
  path: '/feature-views',
});

/**
 * Everything about one version of a feature view. `version` is the version's
 * label.
 *
 * @public
 */
export const featureViewVersionRouteRef = createSubRouteRef({
  id: 'ml/feature-view-version',
  parent: rootRouteRef,
  path: '/feature-views/:namespace/:name/versions/:version',
});

/**
 * Versions of all datasets that the reader may see.
 *
 * @public
 */
export const datasetsRouteRef = createSubRouteRef({
  id: 'ml/datasets',
  parent: rootRouteRef,
  path: '/datasets',
});

/**
 * Everything about one version of a dataset. `version` is the version's label.
 *
 * @public
 */
export const datasetVersionRouteRef = createSubRouteRef({
  id: 'ml/dataset-version',
  parent: rootRouteRef,
  path: '/datasets/:namespace/:name/versions/:version',
});

/**
 * Two to four versions of a model side by side. The labels go into the query,
 * as `?version=41&version=44`.
 *
 * @public
 */
export const compareRouteRef = createSubRouteRef({
  id: 'ml/compare',
  parent: rootRouteRef,
  path: '/models/:namespace/:name/compare',
});

/**
 * The search over the versions of all models. The filters go into the query, as
 * `?stage=production&metric=auc%3E%3D0.9`.
 *
 * @public
 */
export const versionSearchRouteRef = createSubRouteRef({
  id: 'ml/version-search',
  parent: rootRouteRef,
  path: '/versions',
});

/**
 * The list of promotions.
 *
 * @public
 */
export const promotionsRouteRef = createSubRouteRef({
  id: 'ml/promotions',
  parent: rootRouteRef,
  path: '/promotions',
});

/**
 * One promotion. `id` is its ULID.
 *
 * @public
 */
export const promotionRouteRef = createSubRouteRef({
  id: 'ml/promotion',
  parent: rootRouteRef,
  path: '/promotions/:id',
});

/**
 * The registries that feed the portal, and how fresh they are.
 *
 * @public
 */
export const registriesRouteRef = createSubRouteRef({
  id: 'ml/registries',
  parent: rootRouteRef,
  path: '/registries',
});

/**
 * The records of registries that no team has taken yet. The filters go into
 * the query, as `?server=eu-prod&text=fraud`.
 *
 * @public
 */
export const intakeRouteRef = createSubRouteRef({
  id: 'ml/intake',
  parent: rootRouteRef,
  path: '/intake',
});

/**
 * The reader's own tokens for the registry that the portal is to mlflow clients.
 *
 * @public
 */
export const registryTokensRouteRef = createSubRouteRef({
  id: 'ml/registry-tokens',
  parent: rootRouteRef,
  path: '/registry-tokens',
});

/**
 * The list of all entities, which the catalog plugin has unless the app says
 * otherwise.
 *
 * @public
 */
export const catalogIndexRouteRef = createExternalRouteRef({
  id: 'ml/catalog-index',
  optional: true,
  defaultTarget: 'catalog.catalogIndex',
});

/**
 * The lineage page, which the lineage plugin has unless the app says otherwise.
 * Without it nothing leads there.
 *
 * @public
 */
export const lineageRouteRef = createExternalRouteRef({
  id: 'ml/lineage',
  optional: true,
  defaultTarget: 'lineage.root',
});
