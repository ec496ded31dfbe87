import { createFrontendModule } from '@backstage/frontend-plugin-api';
import { IconBundleBlueprint } from '@backstage/plugin-app-react';
import {
  RiBrainLine,
  RiDatabase2Line,
  RiInputField,
  RiTableView,
} from '@remixicon/react';

/** The icons of our entity kinds, wherever the portal shows a kind. */
export const iconsModule = createFrontendModule({
  pluginId: 'app',
  extensions: [
    IconBundleBlueprint.make({
      name: 'understudy-kinds',
      params: {
        icons: {
          'kind:model': <RiBrainLine />,
          'kind:featureview': <RiTableView />,
          'kind:feature': <RiInputField />,
          'kind:dataset': <RiDatabase2Line />,
        },
      },
    }),
  ],
});
