import { EntityContentBlueprint } from '@backstage/plugin-catalog-react/alpha';

const filter = { kind: 'model' };

/** The tabs on the pages of our kinds. */
export const entityContents = [
  EntityContentBlueprint.make({
    name: 'fields',
    params: {
      filter: { kind: { $in: ['featureview', 'dataset'] } },
      path: '/fields',
      title: 'Fields',
      loader: () => import('./fields/FieldsTab').then(m => <m.FieldsTab />),
    },
  }),
  EntityContentBlueprint.make({
    name: 'versions',
    params: {
      filter,
      path: '/versions',
      title: 'Versions',
      loader: () =>
        import('./versions/VersionsTab').then(m => <m.VersionsTab />),
    },
  }),
  EntityContentBlueprint.make({
    name: 'data-versions',
    params: {
      filter: { kind: { $in: ['featureview', 'dataset'] } },
      path: '/versions',
      title: 'Versions',
      loader: () =>
        import('./dataVersions/DataVersionsTab').then(m => (
          <m.DataVersionsTab />
        )),
    },
  }),
  EntityContentBlueprint.make({
    name: 'contract',
    params: {
      filter: { kind: { $in: ['model', 'featureview', 'dataset'] } },
      path: '/contract',
      title: 'Contract',
      loader: () =>
        import('./contract/ContractTab').then(m => <m.ContractTab />),
    },
  }),
  EntityContentBlueprint.make({
    name: 'promotions',
    params: {
      filter,
      path: '/promotions',
      title: 'Promotions',
      loader: () =>
        import('./promotion/PromotionsTab').then(m => <m.PromotionsTab />),
    },
  }),
];
