import { Link } from '@backstage/core-components';
import { useRouteRef } from '@backstage/core-plugin-api';
import { useTranslationRef } from '@backstage/core-plugin-api/alpha';
import { useSearchParams } from 'react-router-dom';
import { EmptyState } from '../pieces/EmptyState';
import { catalogIndexRouteRef, registriesRouteRef } from '../routes';
import { registryTranslationRef } from '../models/translation';
import { activeFilters, VersionKind } from './foundFilters';

/** Why nothing was found. The chips above take filters off. */
export function NoFoundVersions(props: { kind: VersionKind }) {
  const { kind } = props;
  const { t } = useTranslationRef(registryTranslationRef);
  const [params] = useSearchParams();
  const registriesPath = useRouteRef(registriesRouteRef);
  const catalogPath = useRouteRef(catalogIndexRouteRef);
  return activeFilters(params).length > 0 ? (
    <EmptyState
      title={t('search.empty.filtered')}
      why={t('search.empty.filteredWhy')}
    />
  ) : (
    <EmptyState
      title={t('search.empty.none')}
      why={t(`search.empty.noneWhy${kind}`)}
      action={
        kind === 'Model' ? (
          <Link to={registriesPath()}>{t('search.empty.registries')}</Link>
        ) : (
          catalogPath && (
            <Link to={`${catalogPath()}?filters[kind]=${kind.toLowerCase()}`}>
              {t('search.empty.catalog')}
            </Link>
          )
        )
      }
    />
  );
}
