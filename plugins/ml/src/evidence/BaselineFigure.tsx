import { useTranslationRef } from '@backstage/core-plugin-api/alpha';
import Button from '@material-ui/core/Button';
import { makeStyles } from '@material-ui/core/styles';
import Typography from '@material-ui/core/Typography';
import { DriftBaseline } from '@understudy/plugin-ml-common';
import { lazy, Suspense, useState } from 'react';
import { DataTable } from '../pieces/DataTable';
import { formatNumber } from '../pieces/formatNumber';
import { versionsTranslationRef } from '../versions/translation';
import { baselineBins } from './baselineBins';

// recharts is large; it is fetched when the first chart is drawn.
const BaselineChart = lazy(() => import('./BaselineChart'));

const useStyles = makeStyles(theme => ({
  root: { margin: 0, minWidth: 0 },
  chart: { height: 120, margin: theme.spacing(0.5, 0) },
}));

/** What the values of one field looked like, as histogram or as table. */
export function BaselineFigure(props: { baseline: DriftBaseline }) {
  const { field, n, missing, mean, standardDeviation } = props.baseline;
  const { t } = useTranslationRef(versionsTranslationRef);
  const classes = useStyles();
  const [asTable, setAsTable] = useState(false);
  const bins = baselineBins(props.baseline);
  const facts = [
    t('versionEvidence.baseline.rows', { rows: formatNumber(n) }),
    missing !== undefined &&
      t('versionEvidence.baseline.missing', { missing: formatNumber(missing) }),
    mean !== undefined &&
      t('versionEvidence.baseline.mean', { mean: formatNumber(mean) }),
    standardDeviation !== undefined &&
      t('versionEvidence.baseline.deviation', {
        deviation: formatNumber(standardDeviation),
      }),
  ];
  return (
    <figure className={classes.root}>
      <figcaption>
        <Typography variant="subtitle2" component="h3">
          {field}
        </Typography>
        <Typography variant="body2" color="textSecondary">
          {facts.filter(Boolean).join(' · ')}
        </Typography>
      </figcaption>
      {asTable ? (
        <DataTable
          label={t('versionEvidence.baseline.label', { field })}
          rows={bins}
          rowKey={bin => bin.name}
          columns={[
            {
              id: 'bin',
              title: t('versionEvidence.baseline.bin'),
              render: bin => bin.name,
            },
            {
              id: 'count',
              title: t('versionEvidence.baseline.count'),
              align: 'right',
              render: bin => formatNumber(bin.count),
            },
            {
              id: 'share',
              title: t('versionEvidence.baseline.share'),
              align: 'right',
              render: bin => `${formatNumber(bin.share * 100)}\u00a0%`,
            },
          ]}
        />
      ) : (
        <div
          className={classes.chart}
          role="img"
          aria-label={t('versionEvidence.baseline.chart', { field })}
        >
          <Suspense fallback={null}>
            <BaselineChart bins={bins} />
          </Suspense>
        </div>
      )}
      <Button size="small" onClick={() => setAsTable(table => !table)}>
        {t(
          asTable
            ? 'versionEvidence.baseline.asChart'
            : 'versionEvidence.baseline.asTable',
          { field },
        )}
      </Button>
    </figure>
  );
}
