import { useTranslationRef } from '@backstage/core-plugin-api/alpha';
import { intakeLimits } from '@understudy/plugin-ml-common';
import { useState } from 'react';
import { ReasonField } from '../../pieces/ReasonField';
import { intakeTranslationRef } from '../translation';
import { DecideDialog, DecideDialogProps } from './DecideDialog';

/** Leaves records alone, for a reason that whoever comes next can read. */
export function IgnoreDialog(props: DecideDialogProps) {
  const { t } = useTranslationRef(intakeTranslationRef);
  const [reason, setReason] = useState('');
  const given = reason.trim();
  return (
    <DecideDialog
      {...props}
      action="ignore"
      confirm={count => t('intake.confirm.ignore', { count })}
      decision={given ? { action: 'ignore', reason: given } : undefined}
    >
      <ReasonField
        label={t('intake.dialog.reason')}
        help={t('intake.dialog.reasonNeeded')}
        longest={intakeLimits.reason}
        value={reason}
        onChange={setReason}
      />
    </DecideDialog>
  );
}
