import { Entity, stringifyEntityRef } from '@backstage/catalog-model';
import { useApi } from '@backstage/core-plugin-api';
import { useTranslationRef } from '@backstage/core-plugin-api/alpha';
import { useEntity } from '@backstage/plugin-catalog-react';
import { useCallback } from 'react';
import { useSearchParams } from 'react-router-dom';
import { mlApiRef } from '../api/MlApi';
import { LoadedContent } from '../loading/LoadedContent';
import { LoadingBar } from '../loading/LoadingBar';
import { useLoaded } from '../loading/useLoaded';
import { setFilter } from '../models/modelFilters';
import { currentCursor } from '../pieces/cursorTrail';
import { FilterText } from '../pieces/FilterText';
import { Pager } from '../pieces/Pager';
import { Section } from '../pieces/Section';
import { dataTranslationRef } from '../fields/translation';
import { DataVersionsTable } from './DataVersionsTable';
import { DeclaredOnly } from './DeclaredOnly';
import { NoDataVersions } from './NoDataVersions';

const PAGE_SIZE = 50;

/** Entity tab: the versions of a feature view or dataset. */
export function DataVersionsTab() {
  const { entity } = useEntity();
  const ref = stringifyEntityRef(entity);
  return <Tab key={ref} entity={entity} subject={ref} />;
}

function Tab(props: { entity: Entity; subject: string }) {
  const { entity, subject } = props;
  const { t } = useTranslationRef(dataTranslationRef);
  const api = useApi(mlApiRef);
  const [params, setParams] = useSearchParams();
  const label = params.get('label') || undefined;
  const cursor = currentCursor(params);
  const versions = useLoaded(
    useCallback(
      () =>
        api.listVersions(subject, {
          view: 'all',
          label,
          cursor,
          limit: PAGE_SIZE,
        }),
      [api, subject, label, cursor],
    ),
    { keepPrevious: true },
  );
  return (
    <Section
      title={t('dataVersions.tab.title')}
      actions={
        // Stays while it is typed in, also where nothing is found.
        (label !== undefined || (versions.data?.counts.total ?? 0) > 0) && (
          <div>
            <FilterText
              label={t('dataVersions.tab.search')}
              value={label ?? ''}
              onChange={text => setParams(setFilter(params, 'label', text))}
            />
          </div>
        )
      }
    >
      <LoadedContent
        loaded={versions}
        what={t('dataVersions.tab.what')}
        lines={6}
      >
        {({ items, counts, nextCursor }) => (
          <>
            {versions.loading && (
              <LoadingBar what={t('dataVersions.tab.what')} />
            )}
            {items.length > 0 ? (
              <DataVersionsTable entity={entity} versions={items} />
            ) : (
              <NoDataVersions
                subject={subject}
                filtered={counts.total > 0}
                onClear={() => setParams({})}
              />
            )}
            <Pager nextCursor={nextCursor} busy={versions.loading}>
              {counts.total > 0 &&
                (counts.matching === counts.total
                  ? t('dataVersions.tab.counts', { count: counts.total })
                  : t('dataVersions.tab.found', {
                      matching: String(counts.matching),
                      total: String(counts.total),
                    }))}
            </Pager>
            {label === undefined && cursor === undefined && !nextCursor && (
              <DeclaredOnly
                entity={entity}
                stored={items.map(each => each.label)}
              />
            )}
          </>
        )}
      </LoadedContent>
    </Section>
  );
}
