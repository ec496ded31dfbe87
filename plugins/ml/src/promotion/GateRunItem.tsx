import { MarkdownContent } from '@backstage/core-components';
import { useTranslationRef } from '@backstage/core-plugin-api/alpha';
import { makeStyles } from '@material-ui/core/styles';
import Typography from '@material-ui/core/Typography';
import { GateRun } from '@understudy/plugin-ml-common';
import { Evidence } from '../pieces/Evidence';
import { Since } from '../pieces/Since';
import { VerdictIcon } from '../pieces/VerdictIcon';
import { promotionTranslationRef } from './translation';

const useStyles = makeStyles(theme => ({
  root: {
    display: 'grid',
    gridTemplateColumns: 'auto minmax(0, 1fr)',
    columnGap: theme.spacing(1),
    padding: theme.spacing(1, 0),
  },
  remedy: {
    borderLeft: `3px solid ${theme.palette.divider}`,
    paddingLeft: theme.spacing(1),
    margin: theme.spacing(0.5, 0),
  },
}));

/** One gate: what was found, what to do about it, and on what evidence. */
export function GateRunItem(props: { run: GateRun }) {
  const { run } = props;
  const { t } = useTranslationRef(promotionTranslationRef);
  const classes = useStyles();
  return (
    <div className={classes.root}>
      <VerdictIcon status={run.status} />
      <div>
        <Typography variant="body1">
          <strong>{run.gateId}</strong> {run.summary}
        </Typography>
        {run.enforcement !== 'block' && (
          <Typography variant="body2" color="textSecondary">
            {t(`enforcement.${run.enforcement}`)}
          </Typography>
        )}
        {run.remedy && (
          <div className={classes.remedy}>
            <MarkdownContent content={run.remedy} />
          </div>
        )}
        <Evidence evidence={run.evidence} />
        {run.finishedAt && (
          <Typography variant="body2" color="textSecondary">
            {t('gate.checked')} <Since time={run.finishedAt} />
          </Typography>
        )}
      </div>
    </div>
  );
}
