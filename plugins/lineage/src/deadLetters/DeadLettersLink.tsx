import { Link } from '@backstage/core-components';
import { useRouteRef } from '@backstage/core-plugin-api';
import { useTranslationRef } from '@backstage/core-plugin-api/alpha';
import { usePermission } from '@backstage/plugin-permission-react';
import { lineageDeadLetterReadPermission } from '@understudy/plugin-lineage-common';
import { deadLettersRouteRef } from '../routes';
import { lineageTranslationRef } from '../translation';

/** The way to events that could not be read, for those who may see them. */
export function DeadLettersLink() {
  const { t } = useTranslationRef(lineageTranslationRef);
  const page = useRouteRef(deadLettersRouteRef);
  const { allowed } = usePermission({
    permission: lineageDeadLetterReadPermission,
  });
  return allowed ? (
    <Link to={page()} underline="always">
      {t('deadLetters.title')}
    </Link>
  ) : null;
}
