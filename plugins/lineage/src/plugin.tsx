import { Content } from '@backstage/core-components';
import {
  ApiBlueprint,
  createFrontendPlugin,
  fetchApiRef,
  PageBlueprint,
} from '@backstage/frontend-plugin-api';
import {
  EntityCardBlueprint,
  EntityContentBlueprint,
} from '@backstage/plugin-catalog-react/alpha';
import { RiFlowChart } from '@remixicon/react';
import { lineageApiRef } from './api/LineageApi';
import { LineageClient } from './api/LineageClient';
import { createLayoutWorker } from './graph/layout/createLayoutWorker';
import { layoutApiRef } from './graph/layout/LayoutApi';
import { WorkerLayout } from './graph/layout/WorkerLayout';
import { deadLettersRouteRef, rootRouteRef, unmappedRouteRef } from './routes';

const filter = {
  kind: {
    $in: [
      'model',
      'featureview',
      'feature',
      'dataset',
      'component',
      'api',
      'resource',
    ],
  },
};

const apis = [
  ApiBlueprint.make({
    params: define =>
      define({
        api: lineageApiRef,
        deps: { fetchApi: fetchApiRef },
        factory: ({ fetchApi }) => new LineageClient({ fetchApi }),
      }),
  }),
  ApiBlueprint.make({
    name: 'layout',
    params: define =>
      define({
        api: layoutApiRef,
        deps: {},
        factory: () => new WorkerLayout({ createWorker: createLayoutWorker }),
      }),
  }),
];

const page = PageBlueprint.make({
  params: {
    path: '/lineage',
    title: 'Lineage',
    icon: <RiFlowChart />,
    routeRef: rootRouteRef,
    loader: () =>
      import('./page/LineagePages').then(m => (
        <Content>
          <m.LineagePages />
        </Content>
      )),
  },
});

const tab = EntityContentBlueprint.make({
  name: 'graph',
  params: {
    filter,
    path: '/lineage',
    title: 'Lineage',
    loader: () =>
      import('./entity/EntityLineageTab').then(m => <m.EntityLineageTab />),
  },
});

const card = EntityCardBlueprint.make({
  name: 'lineage',
  params: {
    filter,
    type: 'content',
    loader: () => import('./entity/LineageCard').then(m => <m.LineageCard />),
  },
});

/**
 * Where data come from and where they go: the page `/lineage` with what is not in
 * the catalog and what could not be read below it, and a tab and a card on the pages of entities.
 *
 * @public
 */
export const lineagePlugin = createFrontendPlugin({
  pluginId: 'lineage',
  title: 'Lineage',
  icon: <RiFlowChart />,
  info: { packageJson: () => import('../package.json') },
  routes: {
    root: rootRouteRef,
    unmapped: unmappedRouteRef,
    deadLetters: deadLettersRouteRef,
  },
  extensions: [...apis, page, tab, card],
});
