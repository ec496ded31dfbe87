import { ServiceUnavailableError } from '@backstage/errors';
import { AuthorizeResult } from '@backstage/plugin-permission-common';
import { PermissionApi } from '@backstage/plugin-permission-react';
import { ContractApi } from '../src/api/ContractApi';
import { IntakeApi } from '../src/api/IntakeApi';
import { MlApi } from '../src/api/MlApi';
import { RegistryImportApi } from '../src/api/RegistryImportApi';
import {
  buildModel,
  buildVersion,
  daysAgo,
} from '../src/__testUtils__/builders';
import {
  buildDatasetVersion,
  buildViewVersion,
  definition,
} from '../src/__testUtils__/dataVersionBuilders';
import {
  buildRecord,
  sampleRecords,
} from '../src/__testUtils__/intakeBuilders';
import { MemoryContractApi } from '../src/__testUtils__/MemoryContractApi';
import { MemoryIntakeApi } from '../src/__testUtils__/MemoryIntakeApi';
import { MemoryData, MemoryMlApi } from '../src/__testUtils__/MemoryMlApi';
import { MemoryRegistryImportApi } from '../src/__testUtils__/MemoryRegistryImportApi';
import { sampleContracts } from '../src/__testUtils__/sampleContracts';
import { sampleData } from '../src/__testUtils__/sampleData';

/**
 * What the pages are shown with: `data`, `empty`, `error` or `many`. Choose in
 * the browser's console with `localStorage.setItem('ml-dev-state', 'many')`.
 */
const state = window.localStorage.getItem('ml-dev-state') ?? 'data';

export function createSampleMlApi(): MlApi {
  switch (state) {
    case 'empty':
      return new MemoryMlApi();
    case 'error':
      return refusing(new MemoryMlApi());
    case 'many':
      return new MemoryMlApi(manyOfEach());
    default:
      return new MemoryMlApi(withDataVersions(sampleData()));
  }
}

export function createSampleIntakeApi(): IntakeApi {
  switch (state) {
    case 'empty':
      return new MemoryIntakeApi();
    case 'error':
      return refusing(new MemoryIntakeApi());
    case 'many':
      return new MemoryIntakeApi(
        Array.from({ length: 1000 }, (_, index) =>
          buildRecord(`demand_store_${String(index).padStart(4, '0')}`),
        ),
      );
    default:
      return new MemoryIntakeApi(sampleRecords());
  }
}

/** The feature view has 2,000 fields, whatever the state. */
export function createSampleContractApi(): ContractApi {
  switch (state) {
    case 'empty':
      return new MemoryContractApi();
    case 'error':
      return refusing(new MemoryContractApi());
    default:
      return sampleContracts();
  }
}

export function createSampleImportApi(): RegistryImportApi {
  if (state === 'empty') {
    return new MemoryRegistryImportApi();
  }
  return new MemoryRegistryImportApi(
    [
      {
        id: 'eu-prod',
        title: 'MLflow EU',
        uiUrl: 'https://mlflow.example',
        lastAttemptAt: daysAgo(0.01),
        lastSuccessAt: daysAgo(0.01),
        counts: {
          records: 14,
          prompts: 2,
          bound: 9,
          ignored: 0,
          imported: 5,
          gone: 0,
          withoutOwner: 3,
        },
        held: {
          since: daysAgo(0.01),
          before: 14,
          after: 9,
          removed: ['model:default/chargeback-risk'],
        },
      },
    ],
    {
      models: [
        {
          ref: 'model:default/chargeback-risk',
          record: 'chargeback_risk',
          change: 'create',
          ownerReason: 'The tag "owner" is not set',
        },
      ],
      collisions: [],
      folded: [{ ref: 'model:default/demand-forecast', variants: 200 }],
      bound: [
        {
          record: 'fraud-score',
          ref: 'model:default/fraud-score',
          by: 'declared',
        },
      ],
      ignored: [],
      ignoredInIntake: [],
      truncated: false,
    },
  );
}

/** There is no backend to ask; whoever develops the pages may do everything. */
export function createSamplePermissionApi(): PermissionApi {
  return { authorize: async () => ({ result: AuthorizeResult.ALLOW }) };
}

function manyOfEach() {
  const data = sampleData();
  const models = Array.from({ length: 1000 }, (_, index) =>
    buildModel(`store-forecast-${index}`, { versionCount: index * 7 }),
  );
  const versions = Array.from({ length: 300 }, (_, index) =>
    buildVersion(index + 1, { createdAt: daysAgo(300 - index) }),
  );
  return { ...data, models, versions, mine: [] };
}

/** An API of which every call fails as it does while the backend is down. */
function refusing<T extends object>(api: T): T {
  return new Proxy(api, {
    get: () => async () => {
      throw new ServiceUnavailableError('The backend is being restarted');
    },
  });
}

/** Two definitions of the view and two snapshots of the dataset of the sample. */
function withDataVersions(data: MemoryData): MemoryData {
  const [, ...fewer] = definition.fields;
  return {
    ...data,
    versions: [
      ...data.versions,
      buildViewVersion(2, { definition: { ...definition, fields: fewer } }),
      buildViewVersion(3),
      buildDatasetVersion(7),
      buildDatasetVersion(8),
    ],
  };
}
