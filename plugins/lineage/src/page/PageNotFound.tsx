import { Link } from '@backstage/core-components';
import { useRouteRef } from '@backstage/core-plugin-api';
import { useTranslationRef } from '@backstage/core-plugin-api/alpha';
import { EmptyState } from '../pieces/EmptyState';
import { rootRouteRef } from '../routes';
import { lineageTranslationRef } from '../translation';

/** Stands at addresses below ours that lead nowhere. */
export function PageNotFound() {
  const { t } = useTranslationRef(lineageTranslationRef);
  const page = useRouteRef(rootRouteRef);
  return (
    <EmptyState
      title={t('page.notFound')}
      why={t('page.notFoundWhy')}
      action={
        <Link to={page()} underline="always">
          {t('unmapped.back')}
        </Link>
      }
    />
  );
}
