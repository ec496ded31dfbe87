import { Entity } from '@backstage/catalog-model';
import { CatalogApi, EntityProvider } from '@backstage/plugin-catalog-react';
import { catalogApiMock } from '@backstage/plugin-catalog-react/testUtils';
import { ReactElement } from 'react';
import { MemoryContractApi } from './MemoryContractApi';
import { MemoryMlApi } from './MemoryMlApi';
import { renderMl } from './renderMl';

/** Renders a card or tab of an entity, in a catalog of these entities. */
export function renderCard(
  card: ReactElement,
  entity: Entity,
  options: {
    entities?: Entity[];
    catalog?: CatalogApi;
    contracts?: MemoryContractApi;
    /** What the address asks for, such as `?text=card`. */
    search?: string;
  } = {},
) {
  const { entities = [], search = '' } = options;
  return renderMl(<EntityProvider entity={entity}>{card}</EntityProvider>, {
    api: new MemoryMlApi(),
    contracts: options.contracts,
    catalog: options.catalog ?? catalogApiMock({ entities }),
    mountPath: '/page',
    path: `/page${search}`,
  });
}
