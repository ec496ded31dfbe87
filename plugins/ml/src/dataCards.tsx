import { EntityCardBlueprint } from '@backstage/plugin-catalog-react/alpha';

const view = { kind: 'featureview' };
const feature = { kind: 'feature' };
const dataset = { kind: 'dataset' };
const viewOrDataset = { kind: { $in: ['featureview', 'dataset'] } };

/**
 * The cards on the overviews of feature views, features and datasets. The first
 * of each kind is the heart of its page.
 */
export const dataCards = [
  EntityCardBlueprint.make({
    name: 'fields',
    params: {
      filter: viewOrDataset,
      type: 'content',
      loader: () => import('./fields/FieldsCard').then(m => <m.FieldsCard />),
    },
  }),
  EntityCardBlueprint.make({
    name: 'feature-models',
    params: {
      filter: feature,
      type: 'content',
      loader: () =>
        import('./feature/FeatureModelsCard').then(m => (
          <m.FeatureModelsCard />
        )),
    },
  }),
  EntityCardBlueprint.make({
    name: 'view-consumers',
    params: {
      filter: view,
      type: 'content',
      loader: () =>
        import('./featureView/ViewConsumersCard').then(m => (
          <m.ViewConsumersCard />
        )),
    },
  }),
  EntityCardBlueprint.make({
    name: 'dataset-models',
    params: {
      filter: dataset,
      type: 'content',
      loader: () =>
        import('./dataset/DatasetModelsCard').then(m => (
          <m.DatasetModelsCard />
        )),
    },
  }),
  EntityCardBlueprint.make({
    name: 'quality',
    params: {
      filter: dataset,
      type: 'content',
      loader: () =>
        import('./dataset/QualityCard').then(m => <m.QualityCard />),
    },
  }),
  EntityCardBlueprint.make({
    name: 'data-lineage',
    params: {
      filter: viewOrDataset,
      type: 'content',
      loader: () =>
        import('./entity/DataLineageCard').then(m => <m.DataLineageCard />),
    },
  }),
  EntityCardBlueprint.make({
    name: 'physical',
    params: {
      filter: viewOrDataset,
      type: 'content',
      loader: () =>
        import('./physical/PhysicalCard').then(m => <m.PhysicalCard />),
    },
  }),
  EntityCardBlueprint.make({
    name: 'sibling-features',
    params: {
      filter: feature,
      type: 'content',
      loader: () =>
        import('./feature/SiblingFeaturesCard').then(m => (
          <m.SiblingFeaturesCard />
        )),
    },
  }),
  EntityCardBlueprint.make({
    name: 'about-feature-view',
    params: {
      filter: view,
      type: 'info',
      loader: () =>
        import('./featureView/AboutFeatureViewCard').then(m => (
          <m.AboutFeatureViewCard />
        )),
    },
  }),
  EntityCardBlueprint.make({
    name: 'about-feature',
    params: {
      filter: feature,
      type: 'info',
      loader: () =>
        import('./feature/AboutFeatureCard').then(m => <m.AboutFeatureCard />),
    },
  }),
  EntityCardBlueprint.make({
    name: 'about-dataset',
    params: {
      filter: dataset,
      type: 'info',
      loader: () =>
        import('./dataset/AboutDatasetCard').then(m => <m.AboutDatasetCard />),
    },
  }),
];
