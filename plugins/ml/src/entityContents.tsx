import { EntityContentBlueprint } from '@backstage/plugin-catalog-react/alpha';

const filter = { kind: 'model' };

/** The tabs on the page of a model. */
export const entityContents = [
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
