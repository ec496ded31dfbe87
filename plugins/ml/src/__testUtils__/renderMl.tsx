import { identityApiRef } from '@backstage/core-plugin-api';
import {
  CatalogApi,
  catalogApiRef,
  entityRouteRef,
} from '@backstage/plugin-catalog-react';
import { catalogApiMock } from '@backstage/plugin-catalog-react/testUtils';
import { permissionApiRef } from '@backstage/plugin-permission-react';
import { AuthorizeResult } from '@backstage/plugin-permission-common';
import { mockApis, renderInTestApp } from '@backstage/frontend-test-utils';
import { ReactElement } from 'react';
import { contractApiRef } from '../api/ContractApi';
import { intakeApiRef } from '../api/IntakeApi';
import { mlApiRef } from '../api/MlApi';
import { registryImportApiRef } from '../api/RegistryImportApi';
import { catalogIndexRouteRef, rootRouteRef } from '../routes';
import { MemoryContractApi } from './MemoryContractApi';
import { MemoryIntakeApi } from './MemoryIntakeApi';
import { MemoryMlApi } from './MemoryMlApi';
import { MemoryRegistryImportApi } from './MemoryRegistryImportApi';
import { sampleEntities } from './sampleEntities';

/** Who reads the pages. */
export const READER = 'user:default/payments-scientist';

/** Renders something of ours in an app, with the backend in memory. */
export function renderMl(
  element: ReactElement,
  options: {
    api: MemoryMlApi;
    imports?: MemoryRegistryImportApi;
    intake?: MemoryIntakeApi;
    contracts?: MemoryContractApi;
    /** Holds {@link sampleEntities} unless given. */
    catalog?: CatalogApi;
    /**
     * Names of the permissions that the reader lacks. Give all tests of a file
     * the same: the answers are remembered from one to the next.
     */
    denied?: string[];
    /** Where the element stands, such as `/promotions/:id`. */
    mountPath?: string;
    path?: string;
  },
) {
  return renderInTestApp(element, {
    apis: [
      [mlApiRef, options.api],
      [registryImportApiRef, options.imports ?? new MemoryRegistryImportApi()],
      [intakeApiRef, options.intake ?? new MemoryIntakeApi()],
      [contractApiRef, options.contracts ?? new MemoryContractApi()],
      [
        identityApiRef,
        mockApis.identity({
          userEntityRef: READER,
          ownershipEntityRefs: [READER, 'group:default/payments-fraud'],
        }),
      ],
      [
        permissionApiRef,
        mockApis.permission({
          authorize: ({ permission }) =>
            options.denied?.includes(permission.name)
              ? AuthorizeResult.DENY
              : AuthorizeResult.ALLOW,
        }),
      ],
      [
        catalogApiRef,
        options.catalog ?? catalogApiMock({ entities: sampleEntities }),
      ],
    ],
    mountedRoutes: {
      '/ml': rootRouteRef,
      '/catalog': catalogIndexRouteRef,
      '/catalog/:namespace/:kind/:name': entityRouteRef,
    },
    mountPath: options.mountPath,
    initialRouteEntries: options.path ? [options.path] : undefined,
  });
}
