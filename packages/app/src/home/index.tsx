import {
  createFrontendModule,
  createRouteRef,
  PageBlueprint,
} from '@backstage/frontend-plugin-api';
import { Navigate } from 'react-router-dom';

const homeRouteRef = createRouteRef();

/** The address without a path leads to the catalog. */
export const homeModule = createFrontendModule({
  pluginId: 'app',
  extensions: [
    PageBlueprint.make({
      name: 'home',
      params: {
        path: '/',
        routeRef: homeRouteRef,
        noHeader: true,
        loader: async () => <Navigate to="catalog" replace />,
      },
    }),
  ],
});
