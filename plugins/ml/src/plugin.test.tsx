import { renderTestApp } from '@backstage/frontend-test-utils';
import catalogPlugin from '@backstage/plugin-catalog/alpha';
import { catalogApiRef } from '@backstage/plugin-catalog-react';
import { catalogApiMock } from '@backstage/plugin-catalog-react/testUtils';
import { screen } from '@testing-library/react';
import { contractApiRef } from './api/ContractApi';
import { intakeApiRef } from './api/IntakeApi';
import { mlApiRef } from './api/MlApi';
import { registryImportApiRef } from './api/RegistryImportApi';
import { mlPlugin } from './plugin';
import { sampleRecords } from './__testUtils__/intakeBuilders';
import { MemoryIntakeApi } from './__testUtils__/MemoryIntakeApi';
import { MemoryMlApi } from './__testUtils__/MemoryMlApi';
import { MemoryRegistryImportApi } from './__testUtils__/MemoryRegistryImportApi';
import { sampleContracts } from './__testUtils__/sampleContracts';
import { sampleData } from './__testUtils__/sampleData';
import { sampleEntities } from './__testUtils__/sampleEntities';

function open(path: string) {
  renderTestApp({
    features: [catalogPlugin, mlPlugin],
    initialRouteEntries: [path],
    apis: [
      [mlApiRef, new MemoryMlApi(sampleData())],
      [intakeApiRef, new MemoryIntakeApi(sampleRecords())],
      [contractApiRef, sampleContracts()],
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
    ['/ml/versions', 'Name starts with'],
    ['/ml/feature-views', 'There are no versions yet'],
    ['/ml/datasets', 'There are no versions yet'],
    [
      '/ml/feature-views/default/card-velocity/versions/9',
      'v9 is not on record',
    ],
    [
      '/ml/datasets/default/card-transactions/versions/2026-11',
      '2026-11 is not on record',
    ],
    ['/ml/datasets/default/nothing', 'There is no such page'],
    ['/ml/registry-tokens', 'Your registry tokens'],
    ['/ml/promotions', 'Requested by'],
    ['/ml/promotions/promotion-1', 'What stands in the way'],
    ['/ml/registries', 'MLflow EU'],
    ['/ml/intake', 'Records of registries that no team has taken yet'],
    ['/ml/models/default/fraud-score/nothing', 'There is no such page'],
  ])('opens %s', async (path, text) => {
    open(path);
    expect((await screen.findAllByText(text))[0]).toBeVisible();
  });

  it.each([
    [
      'featureview/card-velocity',
      [
        'Fields (4)',
        'Models that read it (1)',
        'Findings (0)',
        'Where it comes from and goes',
        'Where it physically is',
        'About this feature view',
      ],
    ],
    ['featureview/card-velocity/fields', ['1 to 4 of 4 fields']],
    ['featureview/card-velocity/contract', ['1 to 50 of 2000 fields']],
    ['dataset/card-transactions/contract', ['v1.0.0']],
    ['model/fraud-score/contract', ['v2.3.0']],
    ['featureview/card-velocity/versions', ['There are no versions yet']],
    ['dataset/card-transactions/versions', ['There are no versions yet']],
    [
      'feature/card-velocity.payments_1h',
      [
        'Models that use it (1)',
        'Other features of the view',
        'Findings (0)',
        'About this feature',
      ],
    ],
    [
      'dataset/card-transactions',
      [
        'Fields (4)',
        'Models trained or measured with it (1)',
        'Quality expectations',
        'Where it comes from and goes',
        'Where it physically is',
        'Findings (0)',
        'About this dataset',
      ],
    ],
    ['dataset/card-transactions/fields', ['1 to 4 of 4 fields']],
  ])('puts the cards on the page %s', async (path, texts) => {
    open(`/catalog/default/${path}`);
    for (const text of texts) {
      expect(await screen.findByText(text)).toBeVisible();
    }
    expect(screen.queryByText('Uses and risk tier')).not.toBeInTheDocument();
  });
});
