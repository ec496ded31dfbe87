import { useTranslationRef } from '@backstage/core-plugin-api/alpha';
import DialogContentText from '@material-ui/core/DialogContentText';
import LinearProgress from '@material-ui/core/LinearProgress';
import Typography from '@material-ui/core/Typography';
import Alert from '@material-ui/lab/Alert';
import {
  IntakeDecisionResult,
  intakeLimits,
} from '@understudy/plugin-ml-common';
import { ChangeEvent, useId, useState } from 'react';
import { Problem } from '../../loading/Problem';
import { FormDialog } from '../../pieces/FormDialog';
import { formatNumber } from '../../pieces/formatNumber';
import { intakeTranslationRef } from '../translation';
import { UploadedLines } from './UploadedLines';
import { useUpload } from './useUpload';

const MEGABYTE = 1_000_000;

/** Decides what a file asks for, after showing what each line would do. */
export function UploadDialog(props: {
  onDecided: (results: IntakeDecisionResult[]) => void;
  onClose: () => void;
}) {
  const { t } = useTranslationRef(intakeTranslationRef);
  const fileId = useId();
  const upload = useUpload(props.onDecided);
  const { checked, applied } = upload;
  const [tooLarge, setTooLarge] = useState<File>();
  const megabytes = formatNumber(intakeLimits.csvBytes / MEGABYTE);

  const choose = (event: ChangeEvent<HTMLInputElement>) => {
    const file = event.target.files?.[0];
    const fits = !file || file.size <= intakeLimits.csvBytes;
    setTooLarge(fits ? undefined : file);
    upload.choose(fits ? file : undefined);
  };

  const toDo = checked?.items.filter(each => each.outcome === 'would-accept');
  const count = toDo?.length ?? 0;
  const shown = applied ?? checked;
  return (
    <FormDialog
      title={t('intake.csv.title')}
      wide
      confirm={
        count > 0 && !applied ? t('intake.csv.apply', { count }) : undefined
      }
      busy={upload.busy}
      onConfirm={upload.apply}
      onClose={props.onClose}
    >
      {!applied && (
        <>
          <DialogContentText>{t('intake.csv.how')}</DialogContentText>
          <Typography component="label" variant="body2" htmlFor={fileId}>
            {t('intake.csv.file')}
          </Typography>{' '}
          <input
            id={fileId}
            type="file"
            accept=".csv,text/csv"
            disabled={upload.busy}
            onChange={choose}
          />
          <Typography variant="body2" color="textSecondary" gutterBottom>
            {t('intake.csv.limits', {
              rows: formatNumber(intakeLimits.csvRows),
              megabytes,
            })}
          </Typography>
        </>
      )}
      {tooLarge && (
        <Alert severity="error">
          {t('intake.csv.tooLarge', {
            size: formatNumber(tooLarge.size / MEGABYTE),
            megabytes,
          })}
        </Alert>
      )}
      {upload.busy && <LinearProgress aria-label={t('intake.csv.checking')} />}
      {upload.error && (
        <Problem
          error={upload.error}
          title={t(
            checked ? 'intake.csv.applyFailed' : 'intake.csv.checkFailed',
          )}
        />
      )}
      {shown && (
        <>
          <Typography variant="body2" role="status" gutterBottom>
            {t(applied ? 'intake.csv.applied' : 'intake.csv.checked', {
              accepted: formatNumber(shown.accepted),
              refused: formatNumber(shown.refused),
              unchanged: formatNumber(shown.unchanged),
              skipped: formatNumber(shown.skipped),
            })}
          </Typography>
          {!applied && count === 0 && (
            <Alert severity="info">{t('intake.csv.nothing')}</Alert>
          )}
          <UploadedLines items={shown.items} />
        </>
      )}
    </FormDialog>
  );
}
