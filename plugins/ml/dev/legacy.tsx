import { Content, Header, Page } from '@backstage/core-components';
import { createDevApp } from '@backstage/dev-utils';
import { CatalogEntityPage } from '@backstage/plugin-catalog';
import { catalogApiRef, EntityProvider } from '@backstage/plugin-catalog-react';
import { catalogApiMock } from '@backstage/plugin-catalog-react/testUtils';
import Grid from '@material-ui/core/Grid';
import { mlApiRef } from '../src/api/MlApi';
import { registryImportApiRef } from '../src/api/RegistryImportApi';
import {
  EntityAboutModelCard,
  EntityFindingsCard,
  EntityModelCardCard,
  EntityModelDeploymentCard,
  EntityModelInputsCard,
  EntityModelPromotionsContent,
  EntityModelStewardsCard,
  EntityModelUsesCard,
  EntityModelVersionsContent,
  mlPlugin,
  MlPage,
} from '../src/legacy';
import { sampleEntities } from '../src/__testUtils__/sampleEntities';
import { createSampleImportApi, createSampleMlApi } from './sampleApis';

// There is no backend here to sign in with, so everybody enters as a guest.
window.localStorage.setItem('enableLegacyGuestToken', 'true');
window.localStorage.setItem('@backstage/core:SignInPage:provider', 'guest');

const [model] = sampleEntities;

function EntityPage(props: { children: JSX.Element }) {
  return (
    <EntityProvider entity={model}>
      <Page themeId="tool">
        <Header title={model.metadata.title} />
        <Content>{props.children}</Content>
      </Page>
    </EntityProvider>
  );
}

createDevApp()
  .registerPlugin(mlPlugin)
  .registerApi({ api: mlApiRef, deps: {}, factory: createSampleMlApi })
  .registerApi({
    api: registryImportApiRef,
    deps: {},
    factory: createSampleImportApi,
  })
  .registerApi({
    api: catalogApiRef,
    deps: {},
    factory: () => catalogApiMock({ entities: sampleEntities }),
  })
  .addPage({ path: '/ml', title: 'Machine learning', element: <MlPage /> })
  .addPage({
    path: '/catalog/:namespace/:kind/:name',
    element: <CatalogEntityPage />,
  })
  .addPage({
    path: '/overview',
    title: 'Overview',
    element: (
      <EntityPage>
        <Grid container>
          <Grid item xs={12} md={12}>
            <EntityModelDeploymentCard />
          </Grid>
          <Grid item xs={12} md={6}>
            <EntityModelUsesCard />
          </Grid>
          <Grid item xs={12} md={6}>
            <EntityAboutModelCard />
          </Grid>
          <Grid item xs={12} md={6}>
            <EntityModelInputsCard />
          </Grid>
          <Grid item xs={12} md={6}>
            <EntityModelStewardsCard />
          </Grid>
          <Grid item xs={12} md={6}>
            <EntityFindingsCard />
          </Grid>
          <Grid item xs={12} md={6}>
            <EntityModelCardCard />
          </Grid>
        </Grid>
      </EntityPage>
    ),
  })
  .addPage({
    path: '/versions',
    title: 'Versions',
    element: (
      <EntityPage>
        <EntityModelVersionsContent />
      </EntityPage>
    ),
  })
  .addPage({
    path: '/promotions',
    title: 'Promotions',
    element: (
      <EntityPage>
        <EntityModelPromotionsContent />
      </EntityPage>
    ),
  })
  .render();
