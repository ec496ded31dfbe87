import { Header, Page, RoutedTabs } from '@backstage/core-components';
import { useTranslationRef } from '@backstage/core-plugin-api/alpha';
import { DataVersionsPages } from '../dataVersions/DataVersionsPages';
import { IntakePage } from '../intake/IntakePage';
import { ModelsPages } from '../models/ModelsPages';
import { PromotionsPages } from '../promotion/PromotionsPages';
import { RegistriesPage } from '../registries/RegistriesPage';
import { VersionSearchPage } from '../search/VersionSearchPage';
import { TokensPage } from '../tokens/TokensPage';
import { mlTranslationRef } from '../translation';

/** All pages with the header that the new frontend system draws by itself. */
export function LegacyPage() {
  const { t } = useTranslationRef(mlTranslationRef);
  return (
    <Page themeId="tool">
      <Header title={t('title')} />
      <RoutedTabs
        routes={[
          {
            path: '/models',
            title: t('pages.models'),
            children: <ModelsPages />,
          },
          {
            path: '/feature-views',
            title: t('pages.featureViews'),
            children: <DataVersionsPages kind="featureview" />,
          },
          {
            path: '/datasets',
            title: t('pages.datasets'),
            children: <DataVersionsPages kind="dataset" />,
          },
          {
            path: '/versions',
            title: t('pages.versions'),
            children: <VersionSearchPage />,
          },
          {
            path: '/promotions',
            title: t('pages.promotions'),
            children: <PromotionsPages />,
          },
          {
            path: '/registries',
            title: t('pages.registries'),
            children: <RegistriesPage />,
          },
          {
            path: '/intake',
            title: t('pages.intake'),
            children: <IntakePage />,
          },
          {
            path: '/registry-tokens',
            title: t('pages.tokens'),
            children: <TokensPage />,
          },
        ]}
      />
    </Page>
  );
}
