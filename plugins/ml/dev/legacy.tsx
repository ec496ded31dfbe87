import { Content, Header, Page } from '@backstage/core-components';
import { createDevApp } from '@backstage/dev-utils';
import { CatalogEntityPage } from '@backstage/plugin-catalog';
import { catalogApiRef, EntityProvider } from '@backstage/plugin-catalog-react';
import { catalogApiMock } from '@backstage/plugin-catalog-react/testUtils';
import { permissionApiRef } from '@backstage/plugin-permission-react';
import Grid from '@material-ui/core/Grid';
import { contractApiRef } from '../src/api/ContractApi';
import { intakeApiRef } from '../src/api/IntakeApi';
import { mlApiRef } from '../src/api/MlApi';
import { registryImportApiRef } from '../src/api/RegistryImportApi';
import {
  EntityAboutDatasetCard,
  EntityAboutFeatureCard,
  EntityAboutFeatureViewCard,
  EntityAboutModelCard,
  EntityContractContent,
  EntityDataLineageCard,
  EntityDatasetModelsCard,
  EntityDatasetQualityCard,
  EntityFeatureModelsCard,
  EntityFeatureViewConsumersCard,
  EntityFieldsCard,
  EntityDataVersionsContent,
  EntityFieldsContent,
  EntityFindingsCard,
  EntityModelCardCard,
  EntityModelDeploymentCard,
  EntityModelInputsCard,
  EntityModelPromotionsContent,
  EntityModelStewardsCard,
  EntityModelUsesCard,
  EntityModelVersionsContent,
  EntityPhysicalCard,
  EntitySiblingFeaturesCard,
  mlPlugin,
  MlPage,
} from '../src/legacy';
import { sampleEntities } from '../src/__testUtils__/sampleEntities';
import {
  createSampleContractApi,
  createSampleImportApi,
  createSampleIntakeApi,
  createSampleMlApi,
  createSamplePermissionApi,
} from './sampleApis';

// There is no backend here to sign in with, so everybody enters as a guest.
window.localStorage.setItem('enableLegacyGuestToken', 'true');
window.localStorage.setItem('@backstage/core:SignInPage:provider', 'guest');

function EntityPage(props: { name: string; children: JSX.Element }) {
  const entity = sampleEntities.find(
    ({ metadata }) => metadata.name === props.name,
  );
  return (
    <EntityProvider entity={entity}>
      <Page themeId="tool">
        <Header title={entity?.metadata.title} />
        <Content>{props.children}</Content>
      </Page>
    </EntityProvider>
  );
}

function Cards(props: { children: JSX.Element[] }) {
  return (
    <Grid container>
      {props.children.map((card, index) => (
        <Grid item xs={12} md={6} key={index}>
          {card}
        </Grid>
      ))}
    </Grid>
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
  .registerApi({ api: intakeApiRef, deps: {}, factory: createSampleIntakeApi })
  .registerApi({
    api: contractApiRef,
    deps: {},
    factory: createSampleContractApi,
  })
  .registerApi({
    api: permissionApiRef,
    deps: {},
    factory: createSamplePermissionApi,
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
      <EntityPage name="fraud-score">
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
      <EntityPage name="fraud-score">
        <EntityModelVersionsContent />
      </EntityPage>
    ),
  })
  .addPage({
    path: '/promotions',
    title: 'Promotions',
    element: (
      <EntityPage name="fraud-score">
        <EntityModelPromotionsContent />
      </EntityPage>
    ),
  })
  .addPage({
    path: '/feature-view',
    title: 'Feature view',
    element: (
      <EntityPage name="card-velocity">
        <Cards>
          <EntityFieldsCard />
          <EntityAboutFeatureViewCard />
          <EntityFeatureViewConsumersCard />
          <EntityDataLineageCard />
          <EntityPhysicalCard />
          <EntityFindingsCard />
        </Cards>
      </EntityPage>
    ),
  })
  .addPage({
    path: '/fields',
    title: 'Fields',
    element: (
      <EntityPage name="card-velocity">
        <EntityFieldsContent />
      </EntityPage>
    ),
  })
  .addPage({
    path: '/data-versions',
    title: 'Versions of data',
    element: (
      <EntityPage name="card-velocity">
        <EntityDataVersionsContent />
      </EntityPage>
    ),
  })
  .addPage({
    path: '/contract',
    title: 'Contract',
    element: (
      <EntityPage name="fraud-score">
        <EntityContractContent />
      </EntityPage>
    ),
  })
  .addPage({
    path: '/feature',
    title: 'Feature',
    element: (
      <EntityPage name="card-velocity.tx_count">
        <Cards>
          <EntityFeatureModelsCard />
          <EntityAboutFeatureCard />
          <EntitySiblingFeaturesCard />
        </Cards>
      </EntityPage>
    ),
  })
  .addPage({
    path: '/dataset',
    title: 'Dataset',
    element: (
      <EntityPage name="card-transactions">
        <Cards>
          <EntityFieldsCard />
          <EntityAboutDatasetCard />
          <EntityDatasetModelsCard />
          <EntityDatasetQualityCard />
          <EntityDataLineageCard />
          <EntityPhysicalCard />
        </Cards>
      </EntityPage>
    ),
  })
  .render();
