import { Link } from '@backstage/core-components';
import { useTranslationRef } from '@backstage/core-plugin-api/alpha';
import { EmptyState } from '../pieces/EmptyState';
import { formatVersion } from '../pieces/formatVersion';
import { useEntityTabPath } from '../pieces/useEntityTabPath';
import { dataTranslationRef } from '../fields/translation';

/** Stands where somebody named a version that is not stored. */
export function NoSuchVersion(props: { entityRef: string; label: string }) {
  const { entityRef, label } = props;
  const { t } = useTranslationRef(dataTranslationRef);
  const tabPath = useEntityTabPath();
  return (
    <EmptyState
      title={t('dataVersions.page.missing', { version: formatVersion(label) })}
      why={t('dataVersions.page.missingWhy')}
      action={
        <Link to={tabPath(entityRef, 'versions')}>
          {t('dataVersions.page.missingAction')}
        </Link>
      }
    />
  );
}
