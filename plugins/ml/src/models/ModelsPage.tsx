import { Link } from '@backstage/core-components';
import { useTranslationRef } from '@backstage/core-plugin-api/alpha';
import Button from '@material-ui/core/Button';
import { useSearchParams } from 'react-router-dom';
import { useRouteRef } from '@backstage/core-plugin-api';
import { LoadedContent } from '../loading/LoadedContent';
import { LoadingBar } from '../loading/LoadingBar';
import { Problem } from '../loading/Problem';
import { EmptyState } from '../pieces/EmptyState';
import { Pager } from '../pieces/Pager';
import { RailLayout } from '../pieces/RailLayout';
import { registriesRouteRef } from '../routes';
import { registryTranslationRef } from './translation';
import { clearFilters, hasModelFilters, setFilter } from './modelFilters';
import { ModelFilters } from './ModelFilters';
import { ModelsTable } from './ModelsTable';
import { ShownModels, useModels } from './useModels';
import { usePendingApprovals } from './usePendingApprovals';

/** All models, or mine, with filters. Its state is in the address. */
export function ModelsPage() {
  const { t } = useTranslationRef(registryTranslationRef);
  const [params] = useSearchParams();
  const models = useModels(params);
  const waiting = usePendingApprovals();
  return (
    <RailLayout
      label={t('models.filter.label')}
      rail={<ModelFilters scope={models.data?.scope} />}
    >
      {waiting.error && (
        <Problem
          error={waiting.error}
          title={t('models.waitingFailed')}
          onRetry={waiting.reload}
        />
      )}
      <LoadedContent loaded={models} what={t('models.what')} lines={8}>
        {page => (
          <>
            {models.loading && <LoadingBar what={t('models.what')} />}
            {page.items.length > 0 ? (
              <ModelsTable
                models={page.items}
                waiting={waiting.data ?? new Map()}
              />
            ) : (
              <NoModels page={page} />
            )}
            <Pager nextCursor={page.nextCursor} busy={models.loading}>
              {page.total !== undefined &&
                t('models.total', { count: page.total })}
            </Pager>
          </>
        )}
      </LoadedContent>
    </RailLayout>
  );
}

function NoModels(props: { page: ShownModels }) {
  const { t } = useTranslationRef(registryTranslationRef);
  const [params, setParams] = useSearchParams();
  const registriesPath = useRouteRef(registriesRouteRef);
  if (hasModelFilters(params)) {
    return (
      <EmptyState
        title={t('models.empty.filtered')}
        why={t('models.empty.filteredWhy')}
        action={
          <Button
            variant="outlined"
            onClick={() => setParams(clearFilters(params))}
          >
            {t('models.filter.clear')}
          </Button>
        }
      />
    );
  }
  if (props.page.scope === 'mine') {
    return (
      <EmptyState
        title={t('models.empty.mine')}
        why={t('models.empty.mineWhy')}
        action={
          <Button
            variant="outlined"
            onClick={() => setParams(setFilter(params, 'show', 'all'))}
          >
            {t('models.empty.showAll')}
          </Button>
        }
      />
    );
  }
  return (
    <EmptyState
      title={t('models.empty.none')}
      why={t('models.empty.noneWhy')}
      action={<Link to={registriesPath()}>{t('models.empty.registries')}</Link>}
    />
  );
}
