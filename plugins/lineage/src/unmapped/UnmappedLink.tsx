import { Link } from '@backstage/core-components';
import { useRouteRef } from '@backstage/core-plugin-api';
import { useTranslationRef } from '@backstage/core-plugin-api/alpha';
import { usePermission } from '@backstage/plugin-permission-react';
import { lineageNodeReadPermission } from '@understudy/plugin-lineage-common';
import { unmappedRouteRef } from '../routes';
import { lineageTranslationRef } from '../translation';

/** The way to what is not in the catalog, for those who may see it. */
export function UnmappedLink() {
  const { t } = useTranslationRef(lineageTranslationRef);
  const page = useRouteRef(unmappedRouteRef);
  const { allowed } = usePermission({
    permission: lineageNodeReadPermission,
    // The platform takes no question of a user without one; the answer is the same for each.
    resourceRef: 'any',
  });
  return allowed ? (
    <Link to={page()} underline="always">
      {t('unmapped.title')}
    </Link>
  ) : null;
}
