import { createComponentExtension } from '@backstage/core-plugin-api';
import { mlPlugin } from './legacyPlugin';

/**
 * The tab with the contract of a model, feature view or dataset: fields,
 * promises, consumers, history, and an editor that shows what a change would
 * break. Give it the path `/contract` in an `EntityLayout`.
 *
 * @public
 */
export const EntityContractContent = mlPlugin.provide(
  createComponentExtension({
    name: 'EntityContractContent',
    component: {
      lazy: (): Promise<() => JSX.Element> =>
        import('../contract/ContractTab').then(m => m.ContractTab),
    },
  }),
);
