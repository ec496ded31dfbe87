import { createFrontendModule } from '@backstage/frontend-plugin-api';
import catalogPlugin from '@backstage/plugin-catalog/alpha';
import { KindIcon } from './KindIcon';

const catalogResult = catalogPlugin
  .getExtension('search-result-list-item:catalog')
  .override({
    factory: originalFactory =>
      originalFactory({
        params: {
          component: async () => {
            const { CatalogSearchResultListItem } =
              await import('@backstage/plugin-catalog');
            return props => (
              <CatalogSearchResultListItem
                {...props}
                icon={result => <KindIcon kind={kindOf(result)} />}
              />
            );
          },
        },
      }),
  });

function kindOf(result: object): string | undefined {
  return 'kind' in result && typeof result.kind === 'string'
    ? result.kind
    : undefined;
}

/** Entities among the search results stand with the icon of their kind. */
export const searchResultsModule = createFrontendModule({
  pluginId: 'catalog',
  extensions: [catalogResult],
});
