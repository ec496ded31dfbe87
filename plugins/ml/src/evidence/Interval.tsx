import { useTranslationRef } from '@backstage/core-plugin-api/alpha';
import { EvaluationMetric } from '@understudy/plugin-ml-common';
import { formatNumber } from '../pieces/formatNumber';
import { versionsTranslationRef } from '../versions/translation';

/** The confidence interval of a value: `0.912 to 0.916`. */
export function Interval(props: { ci: EvaluationMetric['ci'] }) {
  const { t } = useTranslationRef(versionsTranslationRef);
  const { ci } = props;
  return (
    <>
      {ci
        ? t('interval.text', {
            lower: formatNumber(ci[0]),
            upper: formatNumber(ci[1]),
          })
        : t('versionEvidence.metric.unknown')}
    </>
  );
}
