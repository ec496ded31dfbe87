import { EntityCardBlueprint } from '@backstage/plugin-catalog-react/alpha';
import { dataCards } from './dataCards';

const filter = { kind: 'model' };
const ourKinds = { $in: ['model', 'featureview', 'feature', 'dataset'] };

/**
 * The cards on the overviews of our kinds. The first of each kind is the heart
 * of its page.
 */
export const entityCards = [
  EntityCardBlueprint.make({
    name: 'deployment',
    params: {
      filter,
      type: 'content',
      loader: () =>
        import('./deployment/DeploymentCard').then(m => <m.DeploymentCard />),
    },
  }),
  ...dataCards,
  EntityCardBlueprint.make({
    name: 'findings',
    params: {
      filter: { kind: ourKinds },
      type: 'content',
      loader: () =>
        import('./entity/FindingsCard').then(m => <m.FindingsCard />),
    },
  }),
  EntityCardBlueprint.make({
    name: 'uses',
    params: {
      filter,
      type: 'content',
      loader: () => import('./entity/UsesCard').then(m => <m.UsesCard />),
    },
  }),
  EntityCardBlueprint.make({
    name: 'inputs',
    params: {
      filter,
      type: 'content',
      loader: () => import('./entity/InputsCard').then(m => <m.InputsCard />),
    },
  }),
  EntityCardBlueprint.make({
    name: 'model-card',
    params: {
      filter: { kind: ourKinds, 'spec.card': { $exists: true } },
      type: 'content',
      loader: () =>
        import('./entity/ModelCardCard').then(m => <m.ModelCardCard />),
    },
  }),
  EntityCardBlueprint.make({
    name: 'about-model',
    params: {
      filter,
      type: 'info',
      loader: () =>
        import('./entity/AboutModelCard').then(m => <m.AboutModelCard />),
    },
  }),
  EntityCardBlueprint.make({
    name: 'stewards',
    params: {
      filter,
      type: 'info',
      loader: () =>
        import('./entity/StewardsCard').then(m => <m.StewardsCard />),
    },
  }),
];
