import { useApi } from '@backstage/core-plugin-api';
import { useTranslationRef } from '@backstage/core-plugin-api/alpha';
import Typography from '@material-ui/core/Typography';
import { AliasDriftChoice } from '@understudy/plugin-ml-common';
import { useState } from 'react';
import { mlApiRef } from '../api/MlApi';
import { Problem } from '../loading/Problem';
import { useAction } from '../loading/useAction';
import { FormDialog } from '../pieces/FormDialog';
import { ReasonField } from '../pieces/ReasonField';
import { registryTranslationRef } from '../models/translation';
import { NamedDrift } from './useDrift';
import { useDriftWords } from './useDriftWords';

/** Says what a choice about a drift does, and does it with a reason. */
export function DriftDialog(props: {
  named: NamedDrift;
  choice: AliasDriftChoice;
  onDone: () => void;
  onClose: () => void;
}) {
  const { named, choice, onDone, onClose } = props;
  const { model, id } = named.drift;
  const { t } = useTranslationRef(registryTranslationRef);
  const api = useApi(mlApiRef);
  const words = useDriftWords(named);
  const [reason, setReason] = useState('');
  const action = useAction(() =>
    api.decideAliasDrift(model, id, { choice, reason: reason.trim() }),
  );
  const confirm = async () => {
    if (await action.run()) {
      onDone();
    }
  };
  return (
    <FormDialog
      title={t('drift.dialog.title', words)}
      confirm={t(`drift.dialog.${choice}.confirm`, words)}
      busy={action.busy}
      disabled={!reason.trim()}
      onConfirm={confirm}
      onClose={onClose}
    >
      <Typography variant="subtitle2" component="h3">
        {t('drift.dialog.effects')}
      </Typography>
      <Typography variant="body2">
        {t(`drift.dialog.${choice}.first`, words)}
      </Typography>
      <Typography variant="body2">
        {t(`drift.dialog.${choice}.then`, words)}
      </Typography>
      <ReasonField
        label={t('drift.dialog.reason')}
        help={t('drift.dialog.reasonHelp')}
        value={reason}
        onChange={setReason}
      />
      {action.error && (
        <Problem error={action.error} title={t('drift.dialog.failed')} />
      )}
    </FormDialog>
  );
}
