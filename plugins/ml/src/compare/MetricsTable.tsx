import { useTranslationRef } from '@backstage/core-plugin-api/alpha';
import {
  ModelVersion,
  VersionComparisonMetric,
} from '@understudy/plugin-ml-common';
import { DataTable } from '../pieces/DataTable';
import { versionsTranslationRef } from '../versions/translation';
import { groupName, MetricGroup } from './groupMetrics';
import { MetricCell } from './MetricCell';
import { versionColumns } from './versionColumns';

/** Metrics of one dataset and split; changes are against the first version. */
export function MetricsTable(props: {
  group: MetricGroup;
  versions: ModelVersion[];
}) {
  const { group, versions } = props;
  const { t } = useTranslationRef(versionsTranslationRef);
  return (
    <DataTable
      label={t('compare.metricsOf', { data: groupName(group) })}
      rows={group.metrics}
      rowKey={metric => metric.name}
      columns={[
        {
          id: 'metric',
          title: t('metric.name'),
          render: ({ name, unit }) => (unit ? `${name} (${unit})` : name),
        },
        ...versionColumns(versions, (row: VersionComparisonMetric, index) => (
          <MetricCell metric={row} index={index} />
        )),
      ]}
    />
  );
}
