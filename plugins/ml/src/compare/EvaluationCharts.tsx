import { useTranslationRef } from '@backstage/core-plugin-api/alpha';
import { makeStyles } from '@material-ui/core/styles';
import Typography from '@material-ui/core/Typography';
import {
  EvaluationComparison,
  ModelVersion,
} from '@understudy/plugin-ml-common';
import { lazy, Suspense } from 'react';
import { sliceName } from '../evidence/sliceRows';
import { formatVersion } from '../pieces/formatVersion';
import { versionsTranslationRef } from '../versions/translation';
import { ComparedGroup, rowsByMetric } from './groupEvaluations';

// recharts is large; it is fetched when the first chart is drawn.
const ValueBars = lazy(() => import('./ValueBars'));

/** More than these are no overview; the table has them all. */
const MOST_SLICES = 8;
const MOST_CHARTS = 12;
const BAR_PX = 22;
const GAP_PX = 16;
const LEGEND_PX = 40;

const useStyles = makeStyles(theme => ({
  grid: {
    display: 'grid',
    gridTemplateColumns: `repeat(auto-fill, minmax(${theme.spacing(44)}px, 1fr))`,
    gap: theme.spacing(2),
    margin: theme.spacing(1, 0, 2),
  },
  figure: { margin: 0, minWidth: 0 },
}));

/** A bar chart a metric: the slices of one dataset, a bar a version. */
export function EvaluationCharts(props: {
  group: ComparedGroup;
  versions: ModelVersion[];
}) {
  const { t } = useTranslationRef(versionsTranslationRef);
  const classes = useStyles();
  const metrics = rowsByMetric(props.group.rows);
  return (
    <>
      <div className={classes.grid}>
        {metrics.slice(0, MOST_CHARTS).map(({ name, rows }) => (
          <MetricFigure
            key={name}
            name={name}
            rows={rows}
            versions={props.versions}
          />
        ))}
      </div>
      {metrics.length > MOST_CHARTS && (
        <Typography variant="body2" color="textSecondary">
          {t('compare.moreMetrics', { count: metrics.length - MOST_CHARTS })}
        </Typography>
      )}
    </>
  );
}

function MetricFigure(props: {
  name: string;
  rows: EvaluationComparison[];
  versions: ModelVersion[];
}) {
  const { name, rows } = props;
  const { t } = useTranslationRef(versionsTranslationRef);
  const classes = useStyles();
  const versions = props.versions.map(({ label }) => formatVersion(label));
  const drawn = rows.slice(0, MOST_SLICES).map(({ by, values }) => ({
    name: sliceName(by) || t('compared.whole'),
    values: values.map(measured => measured?.value ?? null),
  }));
  const height = drawn.length * (versions.length * BAR_PX + GAP_PX) + LEGEND_PX;
  return (
    <figure className={classes.figure}>
      <Typography component="figcaption" variant="body2">
        {rows[0].unit ? `${name} (${rows[0].unit})` : name}
      </Typography>
      <div
        role="img"
        aria-label={t('compared.chart', { metric: name })}
        style={{ height }}
      >
        <Suspense fallback={null}>
          <ValueBars rows={drawn} series={versions} />
        </Suspense>
      </div>
      {rows.length > MOST_SLICES && (
        <Typography variant="body2" color="textSecondary">
          {t('compared.moreSlices', { count: rows.length - MOST_SLICES })}
        </Typography>
      )}
    </figure>
  );
}
