/**
 * The plugin for the legacy frontend system: the same components as in the new
 * one, as extensions to place by hand.
 *
 * @packageDocumentation
 */
import {
  createComponentExtension,
  createRoutableExtension,
} from '@backstage/core-plugin-api';
import { Entity } from '@backstage/catalog-model';
import { mlPlugin } from './legacy/legacyPlugin';
import { rootRouteRef } from './routes';

export { mlPlugin } from './legacy/legacyPlugin';
export * from './legacy/contractExtensions';
export * from './legacy/dataExtensions';

/**
 * All pages of the plugin with their header. Mount it at `/ml`.
 *
 * @public
 */
export const MlPage = mlPlugin.provide(
  createRoutableExtension({
    name: 'MlPage',
    mountPoint: rootRouteRef,
    component: (): Promise<() => JSX.Element> =>
      import('./legacy/LegacyPage').then(m => m.LegacyPage),
  }),
);

/**
 * The tab with the versions of a model. Give it the path `/versions` in an
 * `EntityLayout`.
 *
 * @public
 */
export const EntityModelVersionsContent = mlPlugin.provide(
  createComponentExtension({
    name: 'EntityModelVersionsContent',
    component: {
      lazy: (): Promise<() => JSX.Element> =>
        import('./versions/VersionsTab').then(m => m.VersionsTab),
    },
  }),
);

/**
 * The tab with the promotions of a model. Give it the path `/promotions` in an
 * `EntityLayout`.
 *
 * @public
 */
export const EntityModelPromotionsContent = mlPlugin.provide(
  createComponentExtension({
    name: 'EntityModelPromotionsContent',
    component: {
      lazy: (): Promise<() => JSX.Element> =>
        import('./promotion/PromotionsTab').then(m => m.PromotionsTab),
    },
  }),
);

/**
 * What is assigned where, with the actions to promote and to roll back. Belongs
 * at the top of a model's overview, over the full width.
 *
 * @public
 */
export const EntityModelDeploymentCard = mlPlugin.provide(
  createComponentExtension({
    name: 'EntityModelDeploymentCard',
    component: {
      lazy: (): Promise<() => JSX.Element> =>
        import('./deployment/DeploymentCard').then(m => m.DeploymentCard),
    },
  }),
);

/**
 * What kind of model it is, where it comes from and how it answers.
 *
 * @public
 */
export const EntityAboutModelCard = mlPlugin.provide(
  createComponentExtension({
    name: 'EntityAboutModelCard',
    component: {
      lazy: (): Promise<() => JSX.Element> =>
        import('./entity/AboutModelCard').then(m => m.AboutModelCard),
    },
  }),
);

/**
 * What the team writes about a model, feature view or dataset for its readers:
 * `spec.card`.
 *
 * @public
 */
export const EntityModelCardCard = mlPlugin.provide(
  createComponentExtension({
    name: 'EntityModelCardCard',
    component: {
      lazy: (): Promise<() => JSX.Element> =>
        import('./entity/ModelCardCard').then(m => m.ModelCardCard),
    },
  }),
);

/**
 * What a model is used for, with the risk tier of each use.
 *
 * @public
 */
export const EntityModelUsesCard = mlPlugin.provide(
  createComponentExtension({
    name: 'EntityModelUsesCard',
    component: {
      lazy: (): Promise<() => JSX.Element> =>
        import('./entity/UsesCard').then(m => m.UsesCard),
    },
  }),
);

/**
 * Who looks after which phase of a model's life, and whom to call.
 *
 * @public
 */
export const EntityModelStewardsCard = mlPlugin.provide(
  createComponentExtension({
    name: 'EntityModelStewardsCard',
    component: {
      lazy: (): Promise<() => JSX.Element> =>
        import('./entity/StewardsCard').then(m => m.StewardsCard),
    },
  }),
);

/**
 * What a model is made from and what comes of it.
 *
 * @public
 */
export const EntityModelInputsCard = mlPlugin.provide(
  createComponentExtension({
    name: 'EntityModelInputsCard',
    component: {
      lazy: (): Promise<() => JSX.Element> =>
        import('./entity/InputsCard').then(m => m.InputsCard),
    },
  }),
);

/**
 * What is missing or doubtful in an entity of any of our kinds.
 *
 * @public
 */
export const EntityFindingsCard = mlPlugin.provide(
  createComponentExtension({
    name: 'EntityFindingsCard',
    component: {
      lazy: (): Promise<() => JSX.Element> =>
        import('./entity/FindingsCard').then(m => m.FindingsCard),
    },
  }),
);

/**
 * For `EntitySwitch`: whether an entity is a Model.
 *
 * @public
 */
export function isModel(entity: Entity): boolean {
  return entity.kind.toLocaleLowerCase('en-US') === 'model';
}
