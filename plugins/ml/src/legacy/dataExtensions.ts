import { Entity } from '@backstage/catalog-model';
import { createComponentExtension } from '@backstage/core-plugin-api';
import { mlPlugin } from './legacyPlugin';

/**
 * How a feature view is computed and looked up, and which versions are live.
 *
 * @public
 */
export const EntityAboutFeatureViewCard = mlPlugin.provide(
  createComponentExtension({
    name: 'EntityAboutFeatureViewCard',
    component: {
      lazy: (): Promise<() => JSX.Element> =>
        import('../featureView/AboutFeatureViewCard').then(
          m => m.AboutFeatureViewCard,
        ),
    },
  }),
);

/**
 * The models that read a feature view, with version and fields.
 *
 * @public
 */
export const EntityFeatureViewConsumersCard = mlPlugin.provide(
  createComponentExtension({
    name: 'EntityFeatureViewConsumersCard',
    component: {
      lazy: (): Promise<() => JSX.Element> =>
        import('../featureView/ViewConsumersCard').then(
          m => m.ViewConsumersCard,
        ),
    },
  }),
);

/**
 * The first fields of a feature view or dataset, with a link to all of them.
 *
 * @public
 */
export const EntityFieldsCard = mlPlugin.provide(
  createComponentExtension({
    name: 'EntityFieldsCard',
    component: {
      lazy: (): Promise<() => JSX.Element> =>
        import('../fields/FieldsCard').then(m => m.FieldsCard),
    },
  }),
);

/**
 * The tab with the versions of a feature view or dataset. Give it the path
 * `/versions` in an `EntityLayout`: links to it expect that.
 *
 * @public
 */
export const EntityDataVersionsContent = mlPlugin.provide(
  createComponentExtension({
    name: 'EntityDataVersionsContent',
    component: {
      lazy: (): Promise<() => JSX.Element> =>
        import('../dataVersions/DataVersionsTab').then(m => m.DataVersionsTab),
    },
  }),
);

/**
 * The tab with all fields of a feature view or dataset. Give it the path
 * `/fields` in an `EntityLayout`: links to it expect that.
 *
 * @public
 */
export const EntityFieldsContent = mlPlugin.provide(
  createComponentExtension({
    name: 'EntityFieldsContent',
    component: {
      lazy: (): Promise<() => JSX.Element> =>
        import('../fields/FieldsTab').then(m => m.FieldsTab),
    },
  }),
);

/**
 * The tables, topics and stores behind a feature view or dataset.
 *
 * @public
 */
export const EntityPhysicalCard = mlPlugin.provide(
  createComponentExtension({
    name: 'EntityPhysicalCard',
    component: {
      lazy: (): Promise<() => JSX.Element> =>
        import('../physical/PhysicalCard').then(m => m.PhysicalCard),
    },
  }),
);

/**
 * What a feature view or dataset is computed from, and what from it.
 *
 * @public
 */
export const EntityDataLineageCard = mlPlugin.provide(
  createComponentExtension({
    name: 'EntityDataLineageCard',
    component: {
      lazy: (): Promise<() => JSX.Element> =>
        import('../entity/DataLineageCard').then(m => m.DataLineageCard),
    },
  }),
);

/**
 * What a feature is, and what it has from its view.
 *
 * @public
 */
export const EntityAboutFeatureCard = mlPlugin.provide(
  createComponentExtension({
    name: 'EntityAboutFeatureCard',
    component: {
      lazy: (): Promise<() => JSX.Element> =>
        import('../feature/AboutFeatureCard').then(m => m.AboutFeatureCard),
    },
  }),
);

/**
 * The models that use a feature.
 *
 * @public
 */
export const EntityFeatureModelsCard = mlPlugin.provide(
  createComponentExtension({
    name: 'EntityFeatureModelsCard',
    component: {
      lazy: (): Promise<() => JSX.Element> =>
        import('../feature/FeatureModelsCard').then(m => m.FeatureModelsCard),
    },
  }),
);

/**
 * The other features of the view a feature belongs to.
 *
 * @public
 */
export const EntitySiblingFeaturesCard = mlPlugin.provide(
  createComponentExtension({
    name: 'EntitySiblingFeaturesCard',
    component: {
      lazy: (): Promise<() => JSX.Element> =>
        import('../feature/SiblingFeaturesCard').then(
          m => m.SiblingFeaturesCard,
        ),
    },
  }),
);

/**
 * What a dataset is, and the rules it is kept under.
 *
 * @public
 */
export const EntityAboutDatasetCard = mlPlugin.provide(
  createComponentExtension({
    name: 'EntityAboutDatasetCard',
    component: {
      lazy: (): Promise<() => JSX.Element> =>
        import('../dataset/AboutDatasetCard').then(m => m.AboutDatasetCard),
    },
  }),
);

/**
 * The models that were trained on a dataset or measured with it.
 *
 * @public
 */
export const EntityDatasetModelsCard = mlPlugin.provide(
  createComponentExtension({
    name: 'EntityDatasetModelsCard',
    component: {
      lazy: (): Promise<() => JSX.Element> =>
        import('../dataset/DatasetModelsCard').then(m => m.DatasetModelsCard),
    },
  }),
);

/**
 * What must hold for a dataset to be of use.
 *
 * @public
 */
export const EntityDatasetQualityCard = mlPlugin.provide(
  createComponentExtension({
    name: 'EntityDatasetQualityCard',
    component: {
      lazy: (): Promise<() => JSX.Element> =>
        import('../dataset/QualityCard').then(m => m.QualityCard),
    },
  }),
);

/**
 * For `EntitySwitch`: whether an entity is a FeatureView.
 *
 * @public
 */
export function isFeatureView(entity: Entity): boolean {
  return entity.kind.toLocaleLowerCase('en-US') === 'featureview';
}

/**
 * For `EntitySwitch`: whether an entity is a Feature.
 *
 * @public
 */
export function isFeature(entity: Entity): boolean {
  return entity.kind.toLocaleLowerCase('en-US') === 'feature';
}

/**
 * For `EntitySwitch`: whether an entity is a Dataset.
 *
 * @public
 */
export function isDataset(entity: Entity): boolean {
  return entity.kind.toLocaleLowerCase('en-US') === 'dataset';
}
