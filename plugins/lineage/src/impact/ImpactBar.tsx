import { useApi } from '@backstage/core-plugin-api';
import { useTranslationRef } from '@backstage/core-plugin-api/alpha';
import Button from '@material-ui/core/Button';
import Paper from '@material-ui/core/Paper';
import { makeStyles } from '@material-ui/core/styles';
import Typography from '@material-ui/core/Typography';
import { useCallback } from 'react';
import { lineageApiRef } from '../api/LineageApi';
import { ChangeView } from '../explorer/useView';
import { describeError } from '../loading/describeError';
import { useLoaded } from '../loading/useLoaded';
import { lineageTranslationRef } from '../translation';
import { ImpactDialog } from './ImpactDialog';
import { useImpactSentence } from './useImpactSentence';

/** So many things are listed; the CSV holds all. */
const LISTED = 500;

const useStyles = makeStyles(theme => ({
  root: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    gap: theme.spacing(1, 2),
    padding: theme.spacing(1, 2),
    borderTop: `1px solid ${theme.palette.divider}`,
  },
}));

/** What a change of the root touches, in one sentence, and the way to all of it. */
export function ImpactBar(props: {
  root: string;
  /** Whose connections are followed; as of the graph. */
  environment?: string;
  /** The time whose connections are followed; as of the graph. */
  asOf?: string;
  title: string;
  open: boolean;
  change: ChangeView;
}) {
  const { root, environment, asOf, title, open, change } = props;
  const { t } = useTranslationRef(lineageTranslationRef);
  const classes = useStyles();
  const lineageApi = useApi(lineageApiRef);
  const impact = useLoaded(
    useCallback(
      () =>
        lineageApi.getImpact({
          root,
          direction: 'downstream',
          limit: LISTED,
          environment,
          asOf,
        }),
      [lineageApi, root, environment, asOf],
    ),
  );
  const sentence = useImpactSentence();
  const { data, error } = impact;
  return (
    <Paper square elevation={0} className={classes.root}>
      <Typography variant="body1" role="status">
        {data && sentence(data)}
        {!data && !error && t('impact.loading')}
        {error && t('impact.failed', { message: describeError(error).message })}
      </Typography>
      {data && data.items.length > 0 && (
        <Button
          size="small"
          variant="outlined"
          color="primary"
          onClick={() => change({ impact: true })}
        >
          {t('impact.open')}
        </Button>
      )}
      {error && (
        <Button size="small" variant="outlined" onClick={impact.reload}>
          {t('problem.retry')}
        </Button>
      )}
      {data && open && (
        <ImpactDialog
          impact={data}
          asOf={asOf}
          title={title}
          onClose={() => change({ impact: false })}
        />
      )}
    </Paper>
  );
}
