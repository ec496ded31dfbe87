import {
  ApiBlueprint,
  createFrontendModule,
} from '@backstage/frontend-plugin-api';
import {
  catalogGraphApiRef,
  DefaultCatalogGraphApi,
} from '@backstage/plugin-catalog-graph';
import catalogGraphPlugin from '@backstage/plugin-catalog-graph/alpha';
import { RelationLabel } from './RelationLabel';
import { withMlRelations } from './withMlRelations';

/** It draws only the relations it knows. */
const relationsApi = ApiBlueprint.make({
  params: defineParams =>
    defineParams({
      api: catalogGraphApiRef,
      deps: {},
      factory: () => new DefaultCatalogGraphApi(withMlRelations()),
    }),
});

const relationsCard = catalogGraphPlugin
  .getExtension('entity-card:catalog-graph/relations')
  .override({
    factory: (originalFactory, { config }) =>
      originalFactory({
        params: {
          loader: () =>
            import('./RelationsCard').then(m => (
              <m.RelationsCard {...config} />
            )),
        },
      }),
  });

const relationsPage = catalogGraphPlugin
  .getExtension('page:catalog-graph')
  .override({
    factory: (originalFactory, { config }) =>
      originalFactory({
        params: {
          loader: () =>
            import('@backstage/plugin-catalog-graph').then(
              ({ CatalogGraphPage }) => (
                <CatalogGraphPage
                  {...config}
                  initialState={config}
                  renderLabel={RelationLabel}
                />
              ),
            ),
        },
      }),
  });

/** Teaches the relations graph our relations, and to say them in words. */
export const catalogGraphModule = createFrontendModule({
  pluginId: 'catalog-graph',
  extensions: [relationsApi, relationsCard, relationsPage],
});
