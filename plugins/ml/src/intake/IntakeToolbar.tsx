import { useTranslationRef } from '@backstage/core-plugin-api/alpha';
import Button from '@material-ui/core/Button';
import { makeStyles } from '@material-ui/core/styles';
import Typography from '@material-ui/core/Typography';
import { IntakeDecisionResult } from '@understudy/plugin-ml-common';
import { useState } from 'react';
import { intakeTranslationRef } from './translation';
import { DownloadCsv } from './csv/DownloadCsv';
import { UploadDialog } from './csv/UploadDialog';
import { Decider } from './useDecider';

const useStyles = makeStyles(theme => ({
  root: {
    display: 'flex',
    alignItems: 'center',
    flexWrap: 'wrap',
    gap: theme.spacing(1),
    minHeight: theme.spacing(5),
  },
  lead: { marginRight: 'auto' },
}));

/** What the list is, and what can be done with all of it by file. */
export function IntakeToolbar(props: {
  decider: Decider;
  report: (results: IntakeDecisionResult[]) => void;
}) {
  const { decider, report } = props;
  const { t } = useTranslationRef(intakeTranslationRef);
  const classes = useStyles();
  const [uploading, setUploading] = useState(false);
  return (
    <div className={classes.root}>
      <Typography variant="subtitle1" component="h2" className={classes.lead}>
        {t('intake.lead')}
      </Typography>
      <DownloadCsv />
      {(decider === 'anybody' || decider === 'own') && (
        <Button
          size="small"
          variant="outlined"
          onClick={() => setUploading(true)}
        >
          {t('intake.csv.upload')}
        </Button>
      )}
      {uploading && (
        <UploadDialog onDecided={report} onClose={() => setUploading(false)} />
      )}
    </div>
  );
}
