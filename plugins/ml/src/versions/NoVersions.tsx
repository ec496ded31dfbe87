import { Link } from '@backstage/core-components';
import { useRouteRef } from '@backstage/core-plugin-api';
import { useTranslationRef } from '@backstage/core-plugin-api/alpha';
import Button from '@material-ui/core/Button';
import { ModelVersionPage } from '@understudy/plugin-ml-common';
import { useSearchParams } from 'react-router-dom';
import { EmptyState } from '../pieces/EmptyState';
import { registriesRouteRef } from '../routes';
import { versionsTranslationRef } from './translation';
import { hasVersionFilters } from './versionFilters';

/** Why the list of versions is empty, and what fills it. */
export function NoVersions(props: { page: ModelVersionPage }) {
  const { sources } = props.page;
  const { t } = useTranslationRef(versionsTranslationRef);
  const [params, setParams] = useSearchParams();
  const registriesPath = useRouteRef(registriesRouteRef);
  if (hasVersionFilters(params)) {
    return (
      <EmptyState
        title={t('versions.empty.filtered')}
        why={t('versions.empty.filteredWhy')}
        action={
          <Button variant="outlined" onClick={() => setParams({ view: 'all' })}>
            {t('versions.empty.showAll')}
          </Button>
        }
      />
    );
  }
  return sources.length > 0 ? (
    <EmptyState
      title={t('versions.empty.none')}
      why={t('versions.empty.registryWhy', {
        registries: sources.map(source => source.title).join(', '),
      })}
      action={
        <Link to={registriesPath()}>{t('versions.empty.registries')}</Link>
      }
    />
  ) : (
    <EmptyState
      title={t('versions.empty.none')}
      why={t('versions.empty.portalWhy')}
    />
  );
}
