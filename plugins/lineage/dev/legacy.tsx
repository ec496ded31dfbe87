import { Content, Header, Page } from '@backstage/core-components';
import { createDevApp } from '@backstage/dev-utils';
import { CatalogEntityPage } from '@backstage/plugin-catalog';
import { catalogApiRef, EntityProvider } from '@backstage/plugin-catalog-react';
import { catalogApiMock } from '@backstage/plugin-catalog-react/testUtils';
import { permissionApiRef } from '@backstage/plugin-permission-react';
import { lineageApiRef } from '../src/api/LineageApi';
import {
  EntityLineageCard,
  EntityLineageContent,
  LineagePage,
  lineagePlugin,
} from '../src/legacy';
import {
  createSampleLineageApi,
  createSamplePermissionApi,
  world,
} from './sampleApis';

// There is no backend here to sign in with, so everybody enters as a guest.
window.localStorage.setItem('enableLegacyGuestToken', 'true');
window.localStorage.setItem('@backstage/core:SignInPage:provider', 'guest');

function EntityPage(props: { children: JSX.Element }) {
  const entity = world.entities.find(({ kind }) => kind === 'Dataset');
  return (
    <EntityProvider entity={entity}>
      <Page themeId="tool">
        <Header title={entity?.metadata.title} />
        <Content>{props.children}</Content>
      </Page>
    </EntityProvider>
  );
}

createDevApp()
  .registerPlugin(lineagePlugin)
  .registerApi({
    api: lineageApiRef,
    deps: {},
    factory: createSampleLineageApi,
  })
  .registerApi({
    api: permissionApiRef,
    deps: {},
    factory: createSamplePermissionApi,
  })
  .registerApi({
    api: catalogApiRef,
    deps: {},
    factory: () => catalogApiMock({ entities: world.entities }),
  })
  .addPage({ path: '/lineage', title: 'Lineage', element: <LineagePage /> })
  .addPage({
    path: '/catalog/:namespace/:kind/:name',
    element: <CatalogEntityPage />,
  })
  .addPage({
    path: '/tab',
    title: 'Tab',
    element: (
      <EntityPage>
        <EntityLineageContent />
      </EntityPage>
    ),
  })
  .addPage({
    path: '/card',
    title: 'Card',
    element: (
      <EntityPage>
        <EntityLineageCard />
      </EntityPage>
    ),
  })
  .render();
