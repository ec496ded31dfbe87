import { useTranslationRef } from '@backstage/core-plugin-api/alpha';
import Typography from '@material-ui/core/Typography';
import { EvaluationComparison } from '@understudy/plugin-ml-common';
import { Interval } from '../evidence/Interval';
import { Delta } from '../pieces/Delta';
import { formatNumber } from '../pieces/formatNumber';
import { Tag } from '../pieces/Tag';
import { versionsTranslationRef } from '../versions/translation';
import { judgeDifference } from './judgeDifference';

/** A measured value with its interval, and its change against the first. */
export function EvaluationCell(props: {
  row: EvaluationComparison;
  index: number;
}) {
  const { row, index } = props;
  const { t } = useTranslationRef(versionsTranslationRef);
  const measured = row.values[index];
  const baseline = index > 0 ? row.values[0] : null;
  if (!measured) {
    return <>{t('compare.missing')}</>;
  }
  const change = baseline ? measured.value - baseline.value : 0;
  const judged = baseline ? judgeDifference(measured, baseline) : 'clear';
  return (
    <>
      <span title={String(measured.value)}>{formatNumber(measured.value)}</span>{' '}
      {baseline && (
        <Delta
          change={change}
          // A word such as "better" would say more than is known.
          direction={judged === 'noise' ? undefined : row.direction}
        />
      )}{' '}
      {baseline && judged === 'noise' && (
        <Tag title={t('compared.noiseWhy')}>{t('compared.noise')}</Tag>
      )}
      {baseline && change !== 0 && judged === 'unknown' && (
        <Tag title={t('compared.noIntervalWhy')}>
          {t('compared.noInterval')}
        </Tag>
      )}
      <Typography variant="body2" color="textSecondary" component="div">
        {measured.ci && <Interval ci={measured.ci} />}
        {measured.ci && measured.n !== undefined && ' · '}
        {measured.n !== undefined &&
          t('compared.rows', { rows: formatNumber(measured.n) })}
      </Typography>
    </>
  );
}
