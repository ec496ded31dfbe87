import { useTranslationRef } from '@backstage/core-plugin-api/alpha';
import { useSearchParams } from 'react-router-dom';
import { LoadedContent } from '../loading/LoadedContent';
import { LoadingBar } from '../loading/LoadingBar';
import { Pager } from '../pieces/Pager';
import { RailLayout } from '../pieces/RailLayout';
import { registryTranslationRef } from '../models/translation';
import { ActiveFilters } from './ActiveFilters';
import { metricOf } from './conditionText';
import { DownloadVersions } from './DownloadVersions';
import { FoundFilters } from './FoundFilters';
import { readKind, VersionKind } from './foundFilters';
import { FoundVersionsTable } from './FoundVersionsTable';
import { NoFoundVersions } from './NoFoundVersions';
import { useFoundVersions } from './useFoundVersions';

/**
 * The versions of all models, feature views or datasets, with filters. Its
 * state is in the address.
 */
export function VersionSearchPage(props: {
  /** The page is about this kind; else the address says which. */
  kind?: VersionKind;
}) {
  const { kind } = props;
  const { t } = useTranslationRef(registryTranslationRef);
  const [params] = useSearchParams();
  const versions = useFoundVersions(params, kind);
  return (
    <RailLayout
      label={t('search.filter.title')}
      rail={<FoundFilters kind={kind} />}
    >
      <ActiveFilters />
      <LoadedContent loaded={versions} what={t('search.what')} lines={8}>
        {page => (
          <>
            {versions.loading && <LoadingBar what={t('search.what')} />}
            {page.items.length > 0 ? (
              <FoundVersionsTable
                versions={page.items}
                kind={kind ?? readKind(params)}
                actions={<DownloadVersions kind={kind} />}
                metrics={params.getAll('metric').map(metricOf)}
              />
            ) : (
              <NoFoundVersions kind={kind ?? readKind(params)} />
            )}
            <Pager nextCursor={page.nextCursor} busy={versions.loading}>
              {page.total !== undefined &&
                t('search.total', { count: page.total })}
            </Pager>
          </>
        )}
      </LoadedContent>
    </RailLayout>
  );
}
