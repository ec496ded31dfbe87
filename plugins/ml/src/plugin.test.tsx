import { renderTestApp } from '@backstage/frontend-test-utils';
import catalogPlugin from '@backstage/plugin-catalog/alpha';
import { catalogApiRef } from '@backstage/plugin-catalog-react';
import { catalogApiMock } from '@backstage/plugin-catalog-react/testUtils';
import { screen } from '@testing-library/react';
import { mlApiRef } from './api/MlApi';
import { registryImportApiRef } from './api/RegistryImportApi';
import { mlPlugin } from './plugin';
import { MemoryMlApi } from './__testUtils__/MemoryMlApi';
import { MemoryRegistryImportApi } from './__testUtils__/MemoryRegistryImportApi';
import { sampleData } from './__testUtils__/sampleData';
import { sampleEntities } from './__testUtils__/sampleEntities';

function open(path: string) {
  renderTestApp({
    features: [catalogPlugin, mlPlugin],
    initialRouteEntries: [path],
    apis: [
      [mlApiRef, new MemoryMlApi(sampleData())],
      [registryImportApiRef, new MemoryRegistryImportApi()],
      [catalogApiRef, catalogApiMock({ entities: sampleEntities })],
    ],
  });
}

describe('mlPlugin', () => {
  it.each([
    ['/ml', 'What runs where'],
    ['/ml/models', 'What runs where'],
    ['/ml/models/default/fraud-score/versions/42', 'About this version'],
    [
      '/ml/models/default/fraud-score/compare?version=41&version=42',
      'Parameters that differ',
    ],
    ['/ml/promotions', 'Requested by'],
    ['/ml/promotions/promotion-1', 'What stands in the way'],
    ['/ml/registries', 'MLflow EU'],
    ['/ml/models/default/fraud-score/nothing', 'There is no such page'],
  ])('opens %s', async (path, text) => {
    open(path);
    expect((await screen.findAllByText(text))[0]).toBeVisible();
  });
});
