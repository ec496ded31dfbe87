import { useTranslationRef } from '@backstage/core-plugin-api/alpha';
import Button from '@material-ui/core/Button';
import Dialog from '@material-ui/core/Dialog';
import DialogActions from '@material-ui/core/DialogActions';
import DialogContent from '@material-ui/core/DialogContent';
import DialogTitle from '@material-ui/core/DialogTitle';
import { makeStyles } from '@material-ui/core/styles';
import Typography from '@material-ui/core/Typography';
import { useId, useState } from 'react';
import { Problem } from '../loading/Problem';
import { useNameOf } from '../names/useNameOf';
import { lineageTranslationRef } from '../translation';
import { MOST_RUNS } from './collectRuns';
import { Days, isReversed } from './daysBetween';
import { DaysFields } from './DaysFields';
import { UsedRuns } from './UsedRuns';
import { useRunsFile } from './useRunsFile';

const useStyles = makeStyles(theme => ({
  note: { flex: 1, paddingLeft: theme.spacing(2) },
}));

/** What used a version of something: the list to re-score after a bad one. */
export function UsedDialog(props: {
  node: string;
  version: string;
  /** In which the lineage of what is listed is shown. */
  environment?: string;
  onClose: () => void;
}) {
  const { node, version, environment, onClose } = props;
  const { t } = useTranslationRef(lineageTranslationRef);
  const classes = useStyles();
  const titleId = useId();
  const { title } = useNameOf(node);
  const [days, setDays] = useState<Days>({ from: '', to: '' });
  // What was right last stays on show while a day is wrong.
  const [asked, setAsked] = useState(days);
  const choose = (next: Days) => {
    setDays(next);
    if (!isReversed(next)) {
      setAsked(next);
    }
  };
  const file = useRunsFile({ node, version, days: asked });
  return (
    <Dialog
      open
      fullWidth
      maxWidth="lg"
      aria-labelledby={titleId}
      onClose={onClose}
    >
      <DialogTitle id={titleId}>
        {t('used.title', { version, title })}
      </DialogTitle>
      <DialogContent>
        <Typography paragraph>{t('used.why')}</Typography>
        <DaysFields days={days} onChange={choose} />
        {file.error && (
          <Problem
            mild
            error={file.error}
            title={t('used.csvFailed')}
            onRetry={() => file.run()}
          />
        )}
        <UsedRuns
          key={`${node} ${version} ${asked.from} ${asked.to}`}
          node={node}
          version={version}
          days={asked}
          environment={environment}
        />
      </DialogContent>
      <DialogActions>
        <Typography
          variant="body2"
          color="textSecondary"
          className={classes.note}
          role="status"
        >
          {t(file.result?.more ? 'used.csvCut' : 'used.csvBound', {
            amount: MOST_RUNS.toLocaleString(),
          })}
        </Typography>
        <Button onClick={onClose}>{t('dialog.close')}</Button>
        <Button disabled={file.busy} onClick={() => file.run()}>
          {t('used.csv')}
        </Button>
      </DialogActions>
    </Dialog>
  );
}
