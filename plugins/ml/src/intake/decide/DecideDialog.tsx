import { useApi } from '@backstage/core-plugin-api';
import { useTranslationRef } from '@backstage/core-plugin-api/alpha';
import DialogContentText from '@material-ui/core/DialogContentText';
import Typography from '@material-ui/core/Typography';
import {
  IntakeAction,
  IntakeDecisionRequest,
  IntakeDecisionResult,
  IntakeRecord,
} from '@understudy/plugin-ml-common';
import { ReactNode, useState } from 'react';
import { intakeApiRef } from '../../api/IntakeApi';
import { Problem } from '../../loading/Problem';
import { useAction } from '../../loading/useAction';
import { FormDialog } from '../../pieces/FormDialog';
import { intakeTranslationRef } from '../translation';
import { fittingRecords } from '../bulkActions';
import { Outcomes } from './Outcomes';
import { RecordNames } from './RecordNames';

/** What every dialog that decides about records is given. */
export interface DecideDialogProps {
  /** What is selected; those that may not be decided so are left out. */
  records: IntakeRecord[];
  onDecided: (results: IntakeDecisionResult[]) => void;
  onClose: () => void;
}

/**
 * Says what a decision will do to which records, does it on one confirmation,
 * and then shows what became of each. What has been done cannot be confirmed
 * once more: the button is gone.
 */
export function DecideDialog(
  props: DecideDialogProps & {
    action: IntakeAction;
    confirm: (count: number) => string;
    /** Undefined while the form lacks something. */
    decision?: IntakeDecisionRequest['decision'];
    children?: ReactNode;
  },
) {
  const { action, decision, onDecided, onClose, children } = props;
  const { t } = useTranslationRef(intakeTranslationRef);
  const api = useApi(intakeApiRef);
  // As they were when the dialog opened: the list below it goes on.
  const [records] = useState(() => fittingRecords(action, props.records));
  const [leftOut] = useState(props.records.length - records.length);
  const [results, setResults] = useState<IntakeDecisionResult[]>();
  const sending = useAction(
    async (chosen: IntakeDecisionRequest['decision']) => {
      const answer = await api.decide(
        records.map(({ record }) => ({ record, decision: chosen })),
      );
      setResults(answer);
      onDecided(answer);
    },
  );
  return (
    <FormDialog
      title={t(`intake.dialog.${action}`, { count: records.length })}
      confirm={results ? undefined : props.confirm(records.length)}
      busy={sending.busy}
      disabled={!decision}
      onConfirm={() => decision && sending.run(decision)}
      onClose={onClose}
    >
      {results ? (
        <Outcomes results={results} />
      ) : (
        <>
          <DialogContentText>{t(`intake.effect.${action}`)}</DialogContentText>
          <RecordNames records={records} decisions={action === 'reset'} />
          {leftOut > 0 && (
            <Typography variant="body2" color="textSecondary" gutterBottom>
              {t('intake.dialog.leftOut', { count: leftOut })}
            </Typography>
          )}
          {children}
          {sending.error && (
            <Problem error={sending.error} title={t('intake.dialog.failed')} />
          )}
        </>
      )}
    </FormDialog>
  );
}
