import {
  CatalogApi,
  catalogApiRef,
  entityRouteRef,
} from '@backstage/plugin-catalog-react';
import { catalogApiMock } from '@backstage/plugin-catalog-react/testUtils';
import { AuthorizeResult } from '@backstage/plugin-permission-common';
import { permissionApiRef } from '@backstage/plugin-permission-react';
import { mockApis, renderInTestApp } from '@backstage/frontend-test-utils';
import { ReactElement } from 'react';
import { useLocation } from 'react-router-dom';
import { LineageApi, lineageApiRef } from '../api/LineageApi';
import { LayoutApi, layoutApiRef } from '../graph/layout/LayoutApi';
import { rootRouteRef } from '../routes';
import { InlineLayout } from './InlineLayout';
import { mockCanvas } from './mockCanvas';
import { sampleWorld } from './sampleWorld';

/** Renders something of ours in an app, with the backend and the catalog in memory. */
export function renderLineage(
  element: ReactElement,
  options: {
    api: LineageApi;
    /** Holds the entities of the sample world unless given. */
    catalog?: CatalogApi;
    layout?: LayoutApi;
    /** Names of the permissions that the reader lacks; the same for all tests of a file. */
    denied?: string[];
    /** The query of the address, such as `?root=...`. */
    search?: string;
    /** Where the element stands. */
    mountPath?: string;
  },
) {
  mockCanvas();
  const { api, denied = [], search = '', mountPath = '/page' } = options;
  return renderInTestApp(
    <>
      {element}
      <Address />
    </>,
    {
      apis: [
        [lineageApiRef, api],
        [layoutApiRef, options.layout ?? new InlineLayout()],
        [
          permissionApiRef,
          mockApis.permission({
            authorize: ({ permission }) =>
              denied.includes(permission.name)
                ? AuthorizeResult.DENY
                : AuthorizeResult.ALLOW,
          }),
        ],
        [
          catalogApiRef,
          options.catalog ??
            catalogApiMock({ entities: sampleWorld().entities }),
        ],
      ],
      mountedRoutes: {
        '/lineage': rootRouteRef,
        '/catalog/:namespace/:kind/:name': entityRouteRef,
      },
      mountPath,
      initialRouteEntries: [`${mountPath}${search}`],
    },
  );
}

/** Where the reader is, for tests to look at. */
function Address() {
  const { pathname, search } = useLocation();
  return <output data-testid="address">{`${pathname}${search}`}</output>;
}
