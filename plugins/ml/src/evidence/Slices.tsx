import { useTranslationRef } from '@backstage/core-plugin-api/alpha';
import Button from '@material-ui/core/Button';
import { makeStyles } from '@material-ui/core/styles';
import TextField from '@material-ui/core/TextField';
import Typography from '@material-ui/core/Typography';
import { EvaluationSlice } from '@understudy/plugin-ml-common';
import { lazy, Suspense, useId, useState } from 'react';
import { versionsTranslationRef } from '../versions/translation';
import { MeasuredTable } from './MeasuredTable';
import { sliceMetrics, sliceRows } from './sliceRows';

// recharts is large; it is fetched when the first chart is drawn.
const SliceChart = lazy(() => import('./SliceChart'));

/** More points than this cannot be told apart; the table has them all. */
const MOST_IN_CHART = 20;
const ROW_PX = 32;

const useStyles = makeStyles(theme => ({
  controls: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    gap: theme.spacing(2),
    margin: theme.spacing(1, 0),
  },
}));

/** One metric over the slices of an evaluation, as a chart or as a table. */
export function Slices(props: { slices: EvaluationSlice[]; label: string }) {
  const { slices, label } = props;
  const { t } = useTranslationRef(versionsTranslationRef);
  const classes = useStyles();
  const selectId = useId();
  const names = sliceMetrics(slices);
  const [chosen, setChosen] = useState<string>();
  const [asTable, setAsTable] = useState(false);
  const name = chosen ?? names[0] ?? '';
  const rows = sliceRows(slices, name);
  const drawn = rows.slice(0, MOST_IN_CHART);
  const chartLabel = t('versionEvidence.slices.chart', {
    metric: name,
    slices: String(drawn.length),
  });
  return (
    <>
      <div className={classes.controls}>
        <TextField
          select
          id={selectId}
          size="small"
          variant="outlined"
          label={t('versionEvidence.slices.metric')}
          value={name}
          onChange={event => setChosen(event.target.value)}
          SelectProps={{ native: true }}
        >
          {names.map(each => (
            <option key={each} value={each}>
              {each}
            </option>
          ))}
        </TextField>
        <Button size="small" onClick={() => setAsTable(table => !table)}>
          {t(
            asTable
              ? 'versionEvidence.slices.asChart'
              : 'versionEvidence.slices.asTable',
          )}
        </Button>
      </div>
      {asTable ? (
        <MeasuredTable
          label={label}
          of={t('versionEvidence.slices.slice')}
          rows={rows.map(({ slice, metric }) => ({ name: slice, metric }))}
        />
      ) : (
        <>
          <div
            role="img"
            aria-label={chartLabel}
            style={{ height: (drawn.length + 1.5) * ROW_PX }}
          >
            <Suspense fallback={null}>
              <SliceChart rows={drawn} />
            </Suspense>
          </div>
          {rows.length > drawn.length && (
            <Typography variant="body2" color="textSecondary">
              {t('versionEvidence.slices.more', {
                count: rows.length - drawn.length,
              })}
            </Typography>
          )}
        </>
      )}
    </>
  );
}
