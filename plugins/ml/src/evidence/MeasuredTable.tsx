import { useTranslationRef } from '@backstage/core-plugin-api/alpha';
import Typography from '@material-ui/core/Typography';
import { EvaluationMetric } from '@understudy/plugin-ml-common';
import { DataTable } from '../pieces/DataTable';
import { formatNumber } from '../pieces/formatNumber';
import { versionsTranslationRef } from '../versions/translation';
import { Interval } from './Interval';

/** A value with what it is the value of: a metric, or a slice. */
export interface MeasuredRow {
  name: string;
  /** The name that the evaluation used, where it is another one. */
  rawName?: string;
  metric: EvaluationMetric;
}

/** Values with their confidence interval and the number of rows behind them. */
export function MeasuredTable(props: {
  label: string;
  /** What the rows are. */
  of: string;
  rows: MeasuredRow[];
}) {
  const { label, of, rows } = props;
  const { t } = useTranslationRef(versionsTranslationRef);
  return (
    <DataTable
      label={label}
      rows={rows}
      rowKey={row => row.name}
      columns={[
        {
          id: 'name',
          title: of,
          render: ({ name, rawName }) => (
            <>
              {name}
              {rawName && rawName !== name && (
                <Typography variant="body2" color="textSecondary">
                  {rawName}
                </Typography>
              )}
            </>
          ),
        },
        {
          id: 'value',
          title: t('versionEvidence.metric.value'),
          align: 'right',
          render: ({ metric }) => (
            <span title={String(metric.value)}>
              {formatNumber(metric.value)}
            </span>
          ),
        },
        {
          id: 'ci',
          title: t('versionEvidence.metric.interval'),
          align: 'right',
          render: ({ metric }) => <Interval ci={metric.ci} />,
        },
        {
          id: 'n',
          title: t('versionEvidence.metric.rows'),
          align: 'right',
          render: ({ metric }) =>
            metric.n === undefined
              ? t('versionEvidence.metric.unknown')
              : formatNumber(metric.n),
        },
      ]}
    />
  );
}
