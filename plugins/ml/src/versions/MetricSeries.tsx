import { useTranslationRef } from '@backstage/core-plugin-api/alpha';
import { makeStyles } from '@material-ui/core/styles';
import TextField from '@material-ui/core/TextField';
import { ModelVersionSummary } from '@understudy/plugin-ml-common';
import { lazy, Suspense, useId } from 'react';
import { versionsTranslationRef } from './translation';
import { MetricKey, metricKeyText, metricSeries } from './metricSeries';

// recharts is large; it is fetched when the first chart is drawn.
const SeriesChart = lazy(() => import('./SeriesChart'));

const useStyles = makeStyles(theme => ({
  root: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    gap: theme.spacing(2),
    marginBottom: theme.spacing(2),
  },
  chart: { flex: '1 1 300px', height: 120, minWidth: 0 },
}));

/** One metric over the versions of the table below, which has its numbers. */
export function MetricSeries(props: {
  versions: ModelVersionSummary[];
  keys: MetricKey[];
  metric: MetricKey;
  onChoose: (key: string) => void;
}) {
  const { versions, keys, metric, onChoose } = props;
  const { t } = useTranslationRef(versionsTranslationRef);
  const classes = useStyles();
  const selectId = useId();
  const series = metricSeries(versions, metric);
  return (
    <div className={classes.root}>
      <TextField
        select
        id={selectId}
        size="small"
        variant="outlined"
        label={t('versions.metric')}
        value={metricKeyText(metric)}
        onChange={event => onChoose(event.target.value)}
        SelectProps={{ native: true }}
      >
        {keys.map(key => (
          <option key={metricKeyText(key)} value={metricKeyText(key)}>
            {[key.name, key.dataset, key.split].filter(Boolean).join(' · ')}
          </option>
        ))}
      </TextField>
      {series.length > 1 && (
        <div
          className={classes.chart}
          role="img"
          aria-label={t('versions.series', {
            metric: metric.name,
            versions: String(series.length),
          })}
        >
          <Suspense fallback={null}>
            <SeriesChart series={series} name={metric.name} />
          </Suspense>
        </div>
      )}
    </div>
  );
}
