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
import { lineagePlugin } from './legacy/legacyPlugin';
import { rootRouteRef } from './routes';

export { lineagePlugin } from './legacy/legacyPlugin';

/**
 * All pages of the plugin with their header. Mount it at `/lineage`; the tab and
 * the card link to it.
 *
 * @public
 */
export const LineagePage = lineagePlugin.provide(
  createRoutableExtension({
    name: 'LineagePage',
    mountPoint: rootRouteRef,
    component: (): Promise<() => JSX.Element> =>
      import('./legacy/LegacyPage').then(m => m.LegacyPage),
  }),
);

/**
 * The tab with the lineage of an entity. Give it the path `/lineage` in an
 * `EntityLayout`.
 *
 * @public
 */
export const EntityLineageContent = lineagePlugin.provide(
  createComponentExtension({
    name: 'EntityLineageContent',
    component: {
      lazy: (): Promise<() => JSX.Element> =>
        import('./entity/EntityLineageTab').then(m => m.EntityLineageTab),
    },
  }),
);

/**
 * What an entity is directly made from and goes into.
 *
 * @public
 */
export const EntityLineageCard = lineagePlugin.provide(
  createComponentExtension({
    name: 'EntityLineageCard',
    component: {
      lazy: (): Promise<() => JSX.Element> =>
        import('./entity/LineageCard').then(m => m.LineageCard),
    },
  }),
);
