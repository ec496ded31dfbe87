import { useTranslationRef } from '@backstage/core-plugin-api/alpha';
import { VersionComparisonMetric } from '@understudy/plugin-ml-common';
import { Delta } from '../pieces/Delta';
import { formatNumber } from '../pieces/formatNumber';
import { versionsTranslationRef } from '../versions/translation';

/** A metric of one version, with its change against the first. */
export function MetricCell(props: {
  metric: VersionComparisonMetric;
  index: number;
}) {
  const { metric, index } = props;
  const { t } = useTranslationRef(versionsTranslationRef);
  const measured = metric.values[index];
  const baseline = metric.values[0];
  if (!measured) {
    return <>{t('compare.missing')}</>;
  }
  return (
    <>
      <span title={String(measured.value)}>{formatNumber(measured.value)}</span>{' '}
      {index > 0 && baseline && (
        <Delta
          change={measured.value - baseline.value}
          direction={metric.direction}
        />
      )}
    </>
  );
}
