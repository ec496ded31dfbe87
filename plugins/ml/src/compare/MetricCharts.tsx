import { useTranslationRef } from '@backstage/core-plugin-api/alpha';
import { makeStyles } from '@material-ui/core/styles';
import Typography from '@material-ui/core/Typography';
import { ModelVersion } from '@understudy/plugin-ml-common';
import { lazy, Suspense } from 'react';
import { formatNumber } from '../pieces/formatNumber';
import { formatVersion } from '../pieces/formatVersion';
import { versionsTranslationRef } from '../versions/translation';
import { MetricGroup } from './groupMetrics';

// recharts is large; it is fetched when the first chart is drawn.
const ValueBars = lazy(() => import('./ValueBars'));

/** More small charts than this are no overview; the table has them all. */
const MOST_CHARTS = 12;

const useStyles = makeStyles(theme => ({
  grid: {
    display: 'grid',
    gridTemplateColumns: `repeat(auto-fill, minmax(${theme.spacing(32)}px, 1fr))`,
    gap: theme.spacing(2),
    margin: theme.spacing(1, 0, 2),
  },
  figure: { margin: 0 },
  chart: { height: 140 },
}));

/** One small bar chart a metric: metrics have different scales. */
export function MetricCharts(props: {
  group: MetricGroup;
  versions: ModelVersion[];
}) {
  const { group, versions } = props;
  const { t } = useTranslationRef(versionsTranslationRef);
  const classes = useStyles();
  return (
    <>
      <div className={classes.grid}>
        {group.metrics.slice(0, MOST_CHARTS).map(({ name, unit, values }) => {
          const rows = versions.flatMap(({ label }, index) => {
            const measured = values[index];
            return measured
              ? [{ name: formatVersion(label), values: [measured.value] }]
              : [];
          });
          return (
            <figure key={name} className={classes.figure}>
              <Typography component="figcaption" variant="body2">
                {unit ? `${name} (${unit})` : name}
              </Typography>
              <div
                className={classes.chart}
                role="img"
                aria-label={rows
                  .map(row => `${row.name} ${formatNumber(row.values[0])}`)
                  .join(', ')}
              >
                <Suspense fallback={null}>
                  <ValueBars rows={rows} series={[name]} />
                </Suspense>
              </div>
            </figure>
          );
        })}
      </div>
      {group.metrics.length > MOST_CHARTS && (
        <Typography variant="body2" color="textSecondary">
          {t('compare.moreMetrics', {
            count: group.metrics.length - MOST_CHARTS,
          })}
        </Typography>
      )}
    </>
  );
}
