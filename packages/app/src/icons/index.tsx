import {
  ApiBlueprint,
  createFrontendModule,
} from '@backstage/frontend-plugin-api';
import { IconBundleBlueprint } from '@backstage/plugin-app-react';
import { DefaultEntityPresentationApi } from '@backstage/plugin-catalog';
import {
  catalogApiRef,
  entityPresentationApiRef,
} from '@backstage/plugin-catalog-react';
import { kindIcons } from './kindIcons';

/** The icons of our entity kinds, wherever the portal shows a kind by itself. */
export const iconsModule = createFrontendModule({
  pluginId: 'app',
  extensions: [
    IconBundleBlueprint.make({
      name: 'understudy-kinds',
      params: {
        icons: Object.fromEntries(
          Object.entries(kindIcons).map(([kind, Icon]) => [
            `kind:${kind}`,
            <Icon key={kind} />,
          ]),
        ),
      },
    }),
  ],
});

/** The same icons in front of the names of entities: in links, lists and graphs. */
export const entityPresentationModule = createFrontendModule({
  pluginId: 'catalog',
  extensions: [
    ApiBlueprint.make({
      name: 'entity-presentation',
      params: defineParams =>
        defineParams({
          api: entityPresentationApiRef,
          deps: { catalogApi: catalogApiRef },
          factory: ({ catalogApi }) =>
            DefaultEntityPresentationApi.create({ catalogApi, kindIcons }),
        }),
    }),
  ],
});
