import { catalogApiRef, entityRouteRef } from '@backstage/plugin-catalog-react';
import { catalogApiMock } from '@backstage/plugin-catalog-react/testUtils';
import { renderInTestApp } from '@backstage/frontend-test-utils';
import { ReactElement } from 'react';
import { mlApiRef } from '../api/MlApi';
import { registryImportApiRef } from '../api/RegistryImportApi';
import { rootRouteRef } from '../routes';
import { MemoryMlApi } from './MemoryMlApi';
import { MemoryRegistryImportApi } from './MemoryRegistryImportApi';
import { sampleEntities } from './sampleEntities';

/** Renders something of ours in an app, with the backend in memory. */
export function renderMl(
  element: ReactElement,
  options: {
    api: MemoryMlApi;
    imports?: MemoryRegistryImportApi;
    /** Where the element stands, such as `/promotions/:id`. */
    mountPath?: string;
    path?: string;
  },
) {
  return renderInTestApp(element, {
    apis: [
      [mlApiRef, options.api],
      [registryImportApiRef, options.imports ?? new MemoryRegistryImportApi()],
      [catalogApiRef, catalogApiMock({ entities: sampleEntities })],
    ],
    mountedRoutes: {
      '/ml': rootRouteRef,
      '/catalog/:namespace/:kind/:name': entityRouteRef,
    },
    mountPath: options.mountPath,
    initialRouteEntries: options.path ? [options.path] : undefined,
  });
}
