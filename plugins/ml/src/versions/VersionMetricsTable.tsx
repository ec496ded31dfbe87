import { useTranslationRef } from '@backstage/core-plugin-api/alpha';
import Typography from '@material-ui/core/Typography';
import { VersionMetric } from '@understudy/plugin-ml-common';
import { DataTable } from '../pieces/DataTable';
import { EmptyState } from '../pieces/EmptyState';
import { formatNumber } from '../pieces/formatNumber';
import { Since } from '../pieces/Since';
import { versionsTranslationRef } from './translation';
import { metricKeyText } from './metricSeries';

/** What was measured of a version, on which data and when. */
export function VersionMetricsTable(props: { metrics: VersionMetric[] }) {
  const { t } = useTranslationRef(versionsTranslationRef);
  if (props.metrics.length === 0) {
    return (
      <EmptyState
        title={t('version.noMetrics')}
        why={t('version.noMetricsWhy')}
      />
    );
  }
  return (
    <DataTable
      label={t('version.metrics')}
      rows={props.metrics}
      rowKey={metric => `${metricKeyText(metric)} ${metric.rawName}`}
      columns={[
        {
          id: 'name',
          title: t('metric.name'),
          render: ({ name, rawName }) => (
            <>
              {name}
              {rawName !== name && (
                <Typography variant="body2" color="textSecondary">
                  {rawName}
                </Typography>
              )}
            </>
          ),
        },
        {
          id: 'value',
          title: t('metric.value'),
          align: 'right',
          render: ({ value }) => (
            <span title={String(value)}>{formatNumber(value)}</span>
          ),
        },
        {
          id: 'dataset',
          title: t('metric.dataset'),
          render: ({ dataset }) => dataset ?? t('metric.unknown'),
        },
        {
          id: 'split',
          title: t('metric.split'),
          render: ({ split }) => split ?? t('metric.unknown'),
        },
        {
          id: 'observed',
          title: t('metric.observed'),
          render: ({ observedAt }) =>
            observedAt ? <Since time={observedAt} /> : t('metric.unknown'),
        },
      ]}
    />
  );
}
