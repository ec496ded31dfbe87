import { Link } from '@backstage/core-components';
import { useRouteRef } from '@backstage/core-plugin-api';
import { useTranslationRef } from '@backstage/core-plugin-api/alpha';
import { modelsRouteRef } from '../routes';
import { mlTranslationRef } from '../translation';
import { EmptyState } from './EmptyState';

/** Stands at addresses below ours that lead nowhere. */
export function PageNotFound() {
  const { t } = useTranslationRef(mlTranslationRef);
  const modelsPath = useRouteRef(modelsRouteRef);
  return (
    <EmptyState
      title={t('notFound.title')}
      why={t('notFound.why')}
      action={<Link to={modelsPath()}>{t('notFound.action')}</Link>}
    />
  );
}
