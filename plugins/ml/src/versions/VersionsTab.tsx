import { stringifyEntityRef } from '@backstage/catalog-model';
import { useTranslationRef } from '@backstage/core-plugin-api/alpha';
import { useEntity } from '@backstage/plugin-catalog-react';
import { ModelVersionPage } from '@understudy/plugin-ml-common';
import { useState } from 'react';
import { useSearchParams } from 'react-router-dom';
import { LoadedContent } from '../loading/LoadedContent';
import { LoadingBar } from '../loading/LoadingBar';
import { Pager } from '../pieces/Pager';
import { RailLayout } from '../pieces/RailLayout';
import { StaleBanner } from '../pieces/StaleBanner';
import { versionsTranslationRef } from './translation';
import { metricKeys, metricKeyText } from './metricSeries';
import { MetricSeries } from './MetricSeries';
import { NoVersions } from './NoVersions';
import { SelectionBar } from './SelectionBar';
import { useVersions } from './useVersions';
import { VersionFilters } from './VersionFilters';
import { VersionsTable } from './VersionsTable';

const MOST_COMPARED = 4;

/** Entity tab: the versions of a model, to look up, compare and promote. */
export function VersionsTab() {
  const { t } = useTranslationRef(versionsTranslationRef);
  const { entity } = useEntity();
  const model = stringifyEntityRef(entity);
  const [params] = useSearchParams();
  const versions = useVersions(model, params);
  return (
    <RailLayout
      label={t('versions.filter.title')}
      rail={<VersionFilters page={versions.data} />}
    >
      <LoadedContent loaded={versions} what={t('versions.what')} lines={8}>
        {page => (
          <>
            <StaleBanner sources={page.sources} />
            {versions.loading && <LoadingBar what={t('versions.what')} />}
            <Versions model={model} page={page} />
            <Pager nextCursor={page.nextCursor} busy={versions.loading}>
              {t('versions.counts', {
                matching: String(page.counts.matching),
                total: String(page.counts.total),
              })}
            </Pager>
          </>
        )}
      </LoadedContent>
    </RailLayout>
  );
}

function Versions(props: { model: string; page: ModelVersionPage }) {
  const { model, page } = props;
  const [params, setParams] = useSearchParams();
  const [selected, setSelected] = useState<string[]>([]);
  if (page.items.length === 0) {
    return <NoVersions page={page} />;
  }
  const keys = metricKeys(page.items);
  const chosen = params.get('metric');
  const metric = keys.find(key => metricKeyText(key) === chosen) ?? keys[0];
  const toggle = (label: string) =>
    setSelected(labels =>
      labels.includes(label)
        ? labels.filter(other => other !== label)
        : [...labels, label].slice(0, MOST_COMPARED),
    );
  const chooseMetric = (key: string) => {
    const next = new URLSearchParams(params);
    next.set('metric', key);
    setParams(next, { replace: true });
  };
  return (
    <>
      {metric && (
        <MetricSeries
          versions={page.items}
          keys={keys}
          metric={metric}
          onChoose={chooseMetric}
        />
      )}
      <VersionsTable
        versions={page.items}
        metric={metric}
        selected={selected}
        onToggle={toggle}
        full={selected.length === MOST_COMPARED}
        actions={
          <SelectionBar
            model={model}
            selected={selected}
            most={MOST_COMPARED}
            onClear={() => setSelected([])}
          />
        }
      />
    </>
  );
}
